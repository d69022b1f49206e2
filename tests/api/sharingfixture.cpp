// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/sharingfixture.h"

#include "models/core/id.h"
#include "models/core/times.h"

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
int nextNumber()
{
    static int number = 0;
    return ++number;
}
}

SharingFixture::SharingFixture(TestServer &server)
    : m_server(server)
    , m_number(nextNumber())
    , m_ada(server.account(freshName(u"ada"_s)))
    , m_bea(server.account(freshName(u"bea"_s)))
{
}

QString SharingFixture::freshName(const QString &name) const { return name + QString::number(m_number); }

QString SharingFixture::addDevice(const QString &name, const QJsonObject &fields) const
{
    return m_ada.addDevice(name, fields)[u"device_id"_s].toString();
}

QString SharingFixture::addMode(const QString &name) const
{
    const QString id = DeviceModeId::generate().toString();
    m_server.sql(
        u"INSERT INTO device_mode (devicemode_id, account_id, name, version, conditions, actions, min_duration, "
        "merge_gap, cooldown, max_duration, created_at, updated_at) VALUES ('%1', '%2', '%3', 1, "
        "'{\"secret_condition\":{}}', '{}', 1, 1, 1, 1, 1, 1)"_s.arg(id, m_ada.accountId(), name));
    return id;
}

QString SharingFixture::addMark(const QString &device, const QString &group, const QString &mode) const
{
    const QString id = DeviceMarkId::generate().toString();
    const QString now = QString::number(Times::now().toMSecsSinceEpoch());
    m_server.sql(
        u"INSERT INTO device_mark (devicemark_id, account_id, device_id, devgroup_id, devicemode_id, "
        u"devicemode_version, "
        "state, started_at, ended_at, label, score, objects, zones, reason, snapshot, thumbnail, clip, created_at, "
        "updated_at) VALUES ('%1', '%2', '%3', %4, '%5', 1, 'closed', %6, %6, 'motion', 1, '[]', '[]', '{}', "
        "'{\"url\":\"/v1/device-marks/%1/snapshot.jpg\"}', '{}', '{}', %6, %6)"_s.arg(
            id, m_ada.accountId(), device, group.isEmpty() ? u"NULL"_s : u'\'' + group + u'\'', mode, now));
    return id;
}

Answer SharingFixture::share(const QString &path, QJsonObject body, const QDateTime &until) const
{
    if (until.isValid())
        body.insert(u"until"_s, QString::fromLatin1(Times::toText(until)));
    return m_ada.post(path + m_ada.accountId(), body);
}

Answer SharingFixture::shareDevice(const QString &device, const QString &user, const QDateTime &until) const
{
    return share(u"/devices/share/account/"_s, {{u"device_id"_s, device}, {u"user"_s, user}}, until);
}

Answer SharingFixture::shareGroup(const QString &group, const QString &user, const QDateTime &until) const
{
    return share(u"/device-groups/share/account/"_s, {{u"devgroup_id"_s, group}, {u"user"_s, user}}, until);
}

Answer SharingFixture::unshareDevice(const QString &device, const QString &user) const
{
    return m_ada.del(u"/devices/share/account/"_s + m_ada.accountId(), {{u"device_id"_s, device}, {u"user"_s, user}});
}

Answer SharingFixture::unshareGroup(const QString &group, const QString &user) const
{
    return m_ada.del(u"/device-groups/share/account/"_s + m_ada.accountId(),
                     {{u"devgroup_id"_s, group}, {u"user"_s, user}});
}

QJsonArray SharingFixture::given(const QString &query) const
{
    const Answer answer = m_ada.get(u"/shares/account/"_s + m_ada.accountId() + query);
    if (answer.status != 200)
        throw std::runtime_error("the shares given answer " + answer.text().toStdString());
    return answer.items();
}

QJsonArray SharingFixture::audit(const QString &action, const QString &object) const
{
    QJsonArray found;
    const QJsonArray log = m_ada.get(u"/audit-log?action=%1&account_id=%2"_s.arg(action, m_ada.accountId())).items();
    for (const auto &entry : log) {
        if (entry[u"object"_s] == object)
            found += entry;
    }
    return found;
}

QSet<QString> SharingFixture::ids(const Answer &list, const QString &key)
{
    QSet<QString> ids;
    for (const auto &item : list.items())
        ids += item[key].toString();
    return ids;
}
