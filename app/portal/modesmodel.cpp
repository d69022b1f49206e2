// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/modesmodel.h"

#include "app/portal/modedraft.h"
#include "models/insight/devicemode.h"

using namespace Qt::StringLiterals;

ModesModel::ModesModel(QObject *parent)
    : ListModel(DeviceMode::staticMetaObject, u"devicemodeId"_s, {"draft"}, parent)
{
}

ApiRequest ModesModel::listRequest() const
{
    return ApiRequest::get(u"/device-modes/account/"_s + portal()->session()->accountId(), {{u"pagesize"_s, u"100"_s}});
}

void ModesModel::decorate(QVariantMap &row) const { row.insert(u"draft"_s, ModeDraft::ofMode(row)); }

void ModesModel::attached()
{
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type) {
        if (type.startsWith("mode."_L1))
            reload();
    });
}
