// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/analysissettingsmodel.h"

#include "models/insight/analysissettings.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

AnalysisSettingsModel::AnalysisSettingsModel(QObject *parent)
    : DeviceObjectModel(AnalysisSettings::staticMetaObject, u"analysis-settings"_s, {"objects", "unavailable"}, parent)
{
}

bool AnalysisSettingsModel::alwaysObjects() const { return text("objects") == "always"_L1; }

bool AnalysisSettingsModel::objectsUnavailable() const
{
    return value("unavailable").toStringList().contains(u"objects"_s);
}

void AnalysisSettingsModel::save(bool alwaysObjects)
{
    const QJsonObject settings{{u"objects"_s, alwaysObjects ? u"always"_s : u"by_mode"_s}};
    change(ApiRequest::put(path(), settings), [this](const ApiAnswer &answer) {
        take(answer);
        Q_EMIT saved();
    });
}
