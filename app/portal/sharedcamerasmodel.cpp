// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/sharedcamerasmodel.h"

using namespace Qt::StringLiterals;

ApiRequest SharedCamerasModel::listRequest() const
{
    return ApiRequest::get(u"/devices/share/account/"_s + portal()->session()->accountId(),
                           {{u"pagesize"_s, u"100"_s}});
}

void SharedCamerasModel::attached()
{
    CamerasModel::attached();
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type) {
        if (type.endsWith("shared"_L1)) // a camera or a group was shared or unshared
            reload();
    });
}
