// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/markactions.h"

#include "models/core/jsonpointer.h"
#include "models/core/resource.h"

using namespace Qt::StringLiterals;

namespace {
constexpr double maxRoll = 60; // seconds

/// The part of the actions that changes what a camera records.
class CaptureAction
{
    Q_GADGET
    Q_PROPERTY(CaptureMode::Mode captureMode MEMBER captureMode)

public:
    CaptureMode::Mode captureMode = CaptureMode::Mode::Off;
};

void readFlag(const QJsonObject &json, const QString &name, const QString &pointer, bool &flag, FieldErrors &errors)
{
    if (!json.contains(name))
        return;
    if (!json[name].isBool())
        errors += {pointer + u'/' + name, u"wrong_type"_s, u"Must be true or false."_s};
    flag = json[name].toBool();
}

void readRoll(const QJsonObject &json, const QString &name, const QString &pointer, std::chrono::milliseconds &roll,
              FieldErrors &errors)
{
    if (!json.contains(name))
        return;
    const double seconds = json[name].toDouble(-1);
    const QString at = pointer + u'/' + name;
    if (!json[name].isDouble())
        errors += {at, u"wrong_type"_s, u"Must be a number of seconds."_s};
    else if (seconds < 0 || seconds > maxRoll)
        errors += {at, seconds < 0 ? u"too_small"_s : u"too_large"_s, u"Must be between 0 and %1."_s.arg(maxRoll)};
    roll = std::chrono::milliseconds(qRound64(seconds * 1000));
}

void readCaptureMode(const QJsonObject &json, const QString &pointer, std::optional<CaptureMode::Mode> &mode,
                     FieldErrors &errors)
{
    const QString name = u"capture_mode"_s;
    if (!json.contains(name))
        return;
    CaptureAction action;
    Resource::readJson(CaptureAction::staticMetaObject, &action, {{name, json[name]}}, Resource::Writer::Client,
                       Resource::Absent::IsError, pointer, errors);
    mode = action.captureMode;
}

void refuseOthers(const QJsonObject &json, const QStringList &known, const QString &pointer, FieldErrors &errors)
{
    for (const QString &key : json.keys()) {
        if (!known.contains(key))
            errors += {JsonPointer::below(pointer, key), u"unknown"_s, u"This field does not exist."_s};
    }
}
}

MarkActions MarkActions::parse(const QJsonObject &json, const QString &pointer, FieldErrors &errors)
{
    MarkActions actions;
    bool snapshot = true;
    readFlag(json, u"snapshot"_s, pointer, snapshot, errors);
    readFlag(json, u"notify"_s, pointer, actions.notify, errors);
    readCaptureMode(json, pointer, actions.captureMode, errors);
    refuseOthers(json, {u"snapshot"_s, u"clip"_s, u"notify"_s, u"capture_mode"_s}, pointer, errors);
    if (!json.contains(u"clip"_s))
        return actions;
    const QString at = pointer + u"/clip"_s;
    if (!json[u"clip"].isObject()) {
        errors += {at, u"wrong_type"_s, u"Must be an object."_s};
        return actions;
    }
    const QJsonObject clip = json[u"clip"].toObject();
    actions.clip = true;
    readRoll(clip, u"pre_roll"_s, at, actions.preRoll, errors);
    readRoll(clip, u"post_roll"_s, at, actions.postRoll, errors);
    refuseOthers(clip, {u"pre_roll"_s, u"post_roll"_s}, at, errors);
    return actions;
}

#include "markactions.moc"
