// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/channelsmodel.h"

#include "app/portal/rolevalues.h"
#include "models/core/times.h"
#include "models/notifications/notificationchannel.h"

using namespace Qt::StringLiterals;

namespace {
QString pathOf(const QString &channelId) { return u"/notifications/channels/"_s + channelId; }
}

ChannelsModel::ChannelsModel(QObject *parent)
    : ListModel(NotificationChannel::staticMetaObject, u"channelId"_s, {}, parent)
{
}

ApiRequest ChannelsModel::listRequest() const
{
    return ApiRequest::get(u"/notifications/channels"_s, {{u"pagesize"_s, u"100"_s}});
}

void ChannelsModel::changed(const ApiAnswer &answer)
{
    reload();
    if (const QString secret = answer.json["secret"_L1].toString(); !secret.isEmpty())
        Q_EMIT secretMade(answer.json["name"_L1].toString(), secret);
}

void ChannelsModel::save(const QString &channelId, const QVariantMap &values)
{
    const QJsonObject body = RoleValues::toJson(RoleValues::differing(values, get(indexOf(channelId))));
    act(channelId.isEmpty() ? ApiRequest::create(u"/notifications/channels"_s, body)
                            : ApiRequest::put(pathOf(channelId), body),
        [this](const ApiAnswer &answer) {
            Q_EMIT saved();
            changed(answer);
        });
}

void ChannelsModel::setEnabled(const QString &channelId, bool enabled)
{
    act(ApiRequest::put(pathOf(channelId), {{u"enabled"_s, enabled}}), [this](const ApiAnswer &) { reload(); });
}

void ChannelsModel::remove(const QString &channelId)
{
    act(ApiRequest::remove(pathOf(channelId)), [this](const ApiAnswer &) { reload(); });
}

void ChannelsModel::test(const QString &channelId)
{
    act(ApiRequest::create(pathOf(channelId) + u"/test"_s, {}),
        [this, channelId](const ApiAnswer &) { Q_EMIT tested(get(indexOf(channelId)).value(u"name"_s).toString()); });
}

void ChannelsModel::rotateSecret(const QString &channelId)
{
    act(ApiRequest::create(pathOf(channelId) + u"/secret"_s, {}), [this](const ApiAnswer &answer) { changed(answer); });
}

void ChannelsModel::resendLast(const QString &channelId, int hours)
{
    const QDateTime since = Times::now().addSecs(-3600 * qint64(hours));
    act(ApiRequest::create(pathOf(channelId) + u"/resend"_s, {{u"since"_s, QString::fromLatin1(Times::toText(since))}}),
        [this](const ApiAnswer &answer) { Q_EMIT resent(answer.json["resent"_L1].toInt()); });
}
