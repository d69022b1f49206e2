// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/previewmodel.h"

#include "app/portal/modedraft.h"
#include "app/portal/rolevalues.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostRows = 300;
constexpr qsizetype mostTicks = 500; ///< of one side

QDateTime timeOf(const QJsonValue &text) { return QDateTime::fromString(text.toString(), Qt::ISODateWithMs); }

/// Adds what a node of a tree of conditions is about.
void addNeeds(const QVariantMap &node, QStringList &needs)
{
    for (auto part = node.cbegin(); part != node.cend(); ++part) {
        if (part.key() == "any"_L1 || part.key() == "all"_L1) {
            for (const QVariant &each : part->toList())
                addNeeds(each.toMap(), needs);
        } else if (part.key() == "not"_L1) {
            addNeeds(part->toMap(), needs);
        } else if (part.key() == "motion"_L1) {
            needs += u"motion"_s;
        } else if (part.key() == "face"_L1) {
            needs += u"faces"_s;
        } else if (part.key() != "signal"_L1) {
            needs += u"objects"_s;
        }
    }
}

/// Returns what the conditions of a draft are about.
QStringList needsOf(const QVariantMap &draft)
{
    QStringList needs;
    addNeeds(draft[u"conditions"_s].toMap(), needs);
    needs.removeDuplicates();
    return needs;
}
}

PreviewModel::PreviewModel(QObject *parent)
    : ViewModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(250));
    connect(&m_soon, &QTimer::timeout, this, &PreviewModel::run);
}

PreviewModel::~PreviewModel()
{
    if (m_call)
        m_call->cancel();
}

void PreviewModel::setModeId(const QString &id)
{
    if (m_modeId == id)
        return;
    m_modeId = id;
    Q_EMIT modeIdChanged();
    m_soon.start();
}

void PreviewModel::setDraft(const QVariantMap &draft)
{
    if (m_draft == draft)
        return;
    m_draft = draft;
    Q_EMIT draftChanged();
    m_soon.start();
}

void PreviewModel::attached()
{
    connect(portal(), &Portal::connectedChanged, this, [this] {
        if (portal()->connected() && m_state == LoadState::Failed)
            run();
    });
    readNames();
}

void PreviewModel::readNames()
{
    fetch(ApiRequest::get(u"/devices"_s, {{u"pagesize"_s, u"100"_s}}), [this](const ApiAnswer &answer) {
        for (const QJsonValue &device : answer.json["items"_L1].toArray())
            m_names.insert(device["device_id"_L1].toString(), device["name"_L1].toString());
        m_soon.start();
    });
}

void PreviewModel::run()
{
    if (!portal() || m_draft[u"conditions"_s].toMap().isEmpty()) // of a rule that is still being read
        return;
    if (const auto earlier = std::exchange(m_call, nullptr))
        earlier->cancel();
    QVariantMap mode = ModeDraft::toMode(m_draft);
    if (mode[u"name"_s].toString().isEmpty())
        mode.remove(u"name"_s);
    QJsonObject body{{u"mode"_s, RoleValues::toJson(mode)}};
    if (!m_modeId.isEmpty())
        body.insert(u"devicemode_id"_s, m_modeId);
    m_call = portal()->client().send(ApiRequest::post(u"/device-modes/preview"_s, body), this,
                                     [this](const ApiAnswer &answer) {
                                         m_call = nullptr;
                                         m_isRefused = answer.status == 422;
                                         if (answer.ok())
                                             take(answer.body);
                                         else
                                             m_state = LoadState::Failed;
                                         Q_EMIT changed();
                                     });
    Q_EMIT changed();
}

double PreviewModel::shareOf(const QString &time) const
{
    return std::clamp(double(m_from.msecsTo(timeOf(time))) / double(std::max<qint64>(1, m_from.msecsTo(m_to))), 0.0,
                      1.0);
}

void PreviewModel::take(const QByteArray &text)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.isEmpty())
            lines += QJsonDocument::fromJson(line).object();
    }
    const QJsonObject summary = lines.isEmpty() ? QJsonObject() : lines.constLast();
    if (summary["type"_L1] != u"summary"_s) { // the server broke off
        m_state = LoadState::Failed;
        return;
    }
    m_from = timeOf(summary["from"_L1]);
    m_to = timeOf(summary["to"_L1]);
    m_truncated = !summary["complete"_L1].toBool();
    m_counts.clear();
    for (const QString &name : {u"existing"_s, u"marks"_s, u"new"_s, u"gone"_s, u"kept"_s, u"moved"_s})
        m_counts.insert(name, summary[name].toInt());
    m_counts.insert(u"nearMisses"_s, summary["near_misses"_L1].toInt());
    m_counts.insert(u"elapsedMs"_s, summary["elapsed_ms"_L1].toInt());
    m_savedTicks.clear();
    m_draftTicks.clear();
    m_rows.clear();
    m_needs = needsOf(m_draft);
    m_withoutObjects.clear();
    m_awaitingObjects.clear();
    m_objectsUnavailable = false;
    QVariantMap observed;
    for (const QJsonObject &line : std::as_const(lines))
        takeLine(line, observed);
    std::ranges::stable_sort(m_rows, [](const QVariant &a, const QVariant &b) {
        return a.toMap()[u"startedAt"_s].toDateTime() > b.toMap()[u"startedAt"_s].toDateTime();
    });
    m_unobserved = m_needs;
    m_unobserved.removeIf([&](const QString &need) { return observed[need].toDouble() > 0; });
    const int cameras = observed[u"cameras"_s].toInt();
    m_counts.insert(u"cameras"_s, cameras);
    m_state = cameras > 0 ? LoadState::Ready : LoadState::Empty;
}

void PreviewModel::takeCamera(const QJsonObject &line, QVariantMap &observed)
{
    observed[u"cameras"_s] = observed[u"cameras"_s].toInt() + 1;
    for (const QString &name : {u"motion"_s, u"objects"_s, u"faces"_s})
        observed[name] = observed[name].toDouble() + line["observed"_L1][name].toDouble();
    if (!m_needs.contains(u"objects"_s))
        return;
    const QJsonObject analysis = line["analysis"_L1].toObject();
    if (analysis["unavailable"_L1].toArray().contains(u"objects"_s))
        m_objectsUnavailable = true;
    if (line["observed"_L1]["objects"_L1].toDouble() > 0)
        return;
    (analysis["objects"_L1] == u"always"_s ? m_awaitingObjects : m_withoutObjects) += line["device_id"_L1].toString();
}

QStringList PreviewModel::namesOf(const QStringList &ids) const
{
    QStringList names;
    for (const QString &id : ids)
        names += m_names.value(id, id);
    return names;
}

void PreviewModel::lookForObjects()
{
    if (!busy())
        lookForObjectsAt(m_withoutObjects);
}

/// Changes one camera after the other, until one cannot be changed. Then runs the rule again, which tells how it is.
void PreviewModel::lookForObjectsAt(QStringList ids)
{
    if (ids.isEmpty())
        return run();
    const QString path = u"/devices/%1/analysis-settings"_s.arg(ids.takeFirst());
    fetch(ApiRequest::put(path, QJsonObject{{u"objects"_s, u"always"_s}}),
          [this, ids](const ApiAnswer &answer) { lookForObjectsAt(answer.ok() ? ids : QStringList()); });
}

void PreviewModel::takeLine(const QJsonObject &line, QVariantMap &observed)
{
    const QString type = line["type"_L1].toString();
    if (type == "camera"_L1)
        return takeCamera(line, observed);
    const QString kind = type == "mark"_L1 ? line["change"_L1].toString() : type == "near_miss"_L1 ? u"near"_s : type;
    if (type == "summary"_L1)
        return;
    const QVariantMap tick{{u"at"_s, shareOf(line["started_at"_L1].toString())},
                           {u"differs"_s, kind == "new"_L1 || kind == "gone"_L1}};
    if (type == "mark"_L1 && m_draftTicks.size() < mostTicks)
        m_draftTicks += tick;
    if ((kind == "gone"_L1 || kind == "kept"_L1 || kind == "moved"_L1) && m_savedTicks.size() < mostTicks)
        m_savedTicks += tick;
    if (m_rows.size() >= mostRows) {
        m_truncated = true;
        return;
    }
    const QJsonObject limit = type == "gone"_L1 ? line["near_miss"_L1].toObject() : line;
    const QString thumbnail = line["thumbnail"_L1].toString();
    m_rows += QVariantMap{{u"kind"_s, kind},
                          {u"deviceName"_s, m_names.value(line["device_id"_L1].toString())},
                          {u"label"_s, line["label"_L1].toString()},
                          {u"startedAt"_s, timeOf(line["started_at"_L1])},
                          {u"markId"_s, line["mark_id"_L1].toString()},
                          {u"thumbnailUrl"_s, thumbnail.isEmpty() ? QUrl() : portal()->client().url(thumbnail)},
                          {u"reason"_s, RoleValues::fromJson(line["reason"_L1].toObject())},
                          {u"pointer"_s, limit["pointer"_L1].toString()},
                          {u"limit"_s, limit["pointer"_L1].toString().section(u'/', -1)},
                          {u"measured"_s, limit["measured"_L1].toDouble()},
                          {u"required"_s, limit["required"_L1].toDouble()}};
}
