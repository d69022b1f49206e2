// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/modeversionsmodel.h"

#include "app/portal/modedraft.h"
#include "models/insight/devicemode.h"

using namespace Qt::StringLiterals;

ModeVersionsModel::ModeVersionsModel(QObject *parent)
    : ListModel(DeviceMode::staticMetaObject, u"version"_s, {"draft"}, parent)
{
}

void ModeVersionsModel::setModeId(const QString &id)
{
    if (m_modeId == id)
        return;
    m_modeId = id;
    Q_EMIT modeIdChanged();
    if (portal())
        restart();
}

ApiRequest ModeVersionsModel::listRequest() const
{
    return ApiRequest::get(u"/device-modes/%1/versions"_s.arg(m_modeId), {{u"pagesize"_s, u"20"_s}});
}

void ModeVersionsModel::decorate(QVariantMap &row) const { row.insert(u"draft"_s, ModeDraft::ofMode(row)); }
