// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/channelhealthmodel.h"

#include "models/notifications/notificationchannel.h"

using namespace Qt::StringLiterals;

ChannelHealthModel::ChannelHealthModel(QObject *parent)
    : ListModel(ChannelHealth::staticMetaObject, u"channelId"_s, {}, parent)
{
}

ApiRequest ChannelHealthModel::listRequest() const
{
    return ApiRequest::get(u"/notifications/health"_s, {{u"pagesize"_s, u"100"_s}});
}

bool ChannelHealthModel::shows(const QVariantMap &row) const { return row.value(u"kind"_s) == u"webhook"_s; }

void ChannelHealthModel::test(const QString &channelId, const QString &type)
{
    act(ApiRequest::create(u"/notifications/channels/%1/test"_s.arg(channelId), {{u"type"_s, type}}),
        [this](const ApiAnswer &) {
            Q_EMIT tested();
            reload();
        });
}
