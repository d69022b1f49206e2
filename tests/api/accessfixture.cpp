// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/accessfixture.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
const QString ada = u"ada"_s;

/// Path parameters that are not IDs of an account's objects.
const QHash<QString, QString> plainValues{
    {u"name"_s, u"init-1.mp4"_s},
    {u"app_status"_s, u"inactive"_s},
    {u"account_token"_s, u"wmo_nothing"_s},
    {u"retention_id"_s, u"plan_00000000000000000000000001"_s}, // for sale to everyone
    {u"provider"_s, u"nobody"_s},
    {u"security_key_id"_s, u"sky_nothing"_s}, // a user with a key would have to sign in by two steps
    {u"order_status"_s, u"paid"_s},
    {u"notification_type"_s, u"camera.lost"_s},
    {u"user_code"_s, u"BCDF-GHJK"_s},
    {u"whep_session_id"_s, u"whep_00000000000000000000000001"_s}, // a session needs a camera
};

/// Valid bodies of the endpoints that check the body before the owner of its objects. `{…}` is an ID.
const QHash<QByteArray, QByteArray> bodies{
    {"POST /v1/notifications/channels/{channel_id}/resend", R"({"since":"2026-01-01T00:00:00Z"})"},
    {"POST /v1/device-marks", R"({"device_id":"{device_id}","label":"parcel","started_at":"2026-11-23T08:00:00Z"})"},
    {"POST /v1/actions", R"({"type":"seen"})"},
    {"POST /v1/actions/batch", R"({"actions":[{"type":"seen"}]})"},
    {"POST /v1/accounts/status", R"({"account_id":"{account_id}","status":"inactive"})"},
    {"PUT /v1/accounts/{account_id}/reset-password", R"({"old_password":"x","new_password":"grolm-Tessit!93-qavu"})"},
    {"POST /v1/accounts/{account_id}/identities", R"({"provider":"nobody","id_token":"x"})"},
    {"PUT /v1/accounts/{account_id}/users/{user_id}/role", R"({"role":"member"})"},
    {"POST /v1/accounts/{account_id}/second-factor", R"({"password":"x"})"},
    {"PUT /v1/accounts/{account_id}/second-factor", R"({"code":"123456"})"},
    {"DELETE /v1/accounts/{account_id}/second-factor", R"({"code":"123456"})"},
    {"POST /v1/accounts/{account_id}/second-factor/recovery-codes", R"({"code":"123456"})"},
    {"PUT /v1/accounts/{account_id}/device-requests/{user_code}", R"({"approved":false})"},
    {"PUT /v1/accounts/{account_id}/security-keys/{security_key_id}", R"({"name":"Blue key"})"},
    {"DELETE /v1/accounts/{account_id}/security-keys/{security_key_id}", R"({"code":"123456"})"},
    {"POST /v1/accounts/{account_id}/export", R"({"password":"x"})"},
    {"POST /v1/accounts/{account_id}/deletion", R"({"password":"x"})"},
    {"PUT /v1/accounts/{account_id}/phone", R"({"verification_token":"x","password":"x"})"},
    {"POST /v1/accounts/{account_id}/support-access", R"({"hours":1})"},
    {"PUT /v1/apps/{app_id}/key", R"({"grace_seconds":0})"},
    {"PUT /v1/device-data/{data_id}/hold", R"({"reason":"Evidence"})"},
    {"PUT /v1/devices/{device_id}/recordings/hold", R"({"reason":"Evidence"})"},
    {"POST /v1/devices/zone", R"({"device_id":"{device_id}","name":"Yard","kind":"include","polygon":[]})"},
    {"POST /v1/device-groups/account/{account_id}", R"({"name":"Garden"})"},
    {"PUT /v1/device-groups/{devgroup_id}/account/{account_id}", R"({"name":"Garden"})"},
    {"POST /v1/device-groups/share/account/{account_id}",
     R"({"devgroup_id":"{devgroup_id}","user":"cyd@example.org"})"},
    {"DELETE /v1/device-groups/share/account/{account_id}",
     R"({"devgroup_id":"{devgroup_id}","user":"cyd@example.org"})"},
    {"PUT /v1/device-marks/triggered/account/{account_id}/read", R"({"mark_ids":["{devicemark_id}"]})"},
    {"PUT /v1/device-marks/account/{account_id}/signedurl", R"({"mark_ids":["{devicemark_id}"],"expires_in":60})"},
    {"DELETE /v1/device-marks/triggered/account/{account_id}/detail", R"({"mark_ids":["{devicemark_id}"]})"},
    {"PUT /v1/device-marks/triggered/account/{account_id}/temporary", R"({"mark_ids":["{devicemark_id}"]})"},
    {"PUT /v1/devicemarks/triggered/account/{account_id}/temporary", R"({"mark_ids":["{devicemark_id}"]})"},
    {"DELETE /v1/device-marks/triggered/account/{account_id}/temporary", R"({"mark_ids":["{devicemark_id}"]})"},
    {"POST /v1/devices/share/account/{account_id}", R"({"device_id":"{device_id}","user":"cyd@example.org"})"},
    {"DELETE /v1/devices/share/account/{account_id}", R"({"device_id":"{device_id}","user":"cyd@example.org"})"},
};

/// Valid queries of the endpoints that check the query before the owner of the objects in the path.
const QString span = u"?from=2026-11-23T08:00:00Z&to=2026-11-23T09:00:00Z"_s;
const QHash<QByteArray, QString> queries{
    {"DELETE /v1/devices/{device_id}/recordings", span},
    {"DELETE /v1/devices/{device_id}/recordings/hold", span},
    {"GET /v1/devices/{device_id}/recordings/holds", span},
    {"GET /v1/devices/{device_id}/timeline", span},
    {"PUT /v1/devices/{device_id}/recordings/hold", span},
    {"GET /v1/streams/{device_id}/clip.mp4", span},
    {"GET /v1/streams/{device_id}/contact-sheet.jpg", span},
    {"GET /v1/streams/{device_id}/frame.jpg", u"?at=2026-11-23T08:00:00Z"_s},
    {"GET /v1/streams/{device_id}/observations", u"?from=2026-11-23T08:00:00Z&to=2026-11-23T08:01:00Z"_s},
    {"GET /v1/streams/{device_id}/playback.m3u8", span},
    {"GET /v1/streams/{device_id}/recordings/{recording_id}/{name}", span},
};

const QRegularExpression inBraces(u"\\{(\\w+)\\}"_s);
}

QStringList ApiRoute::parameters() const
{
    QStringList names;
    for (auto match = inBraces.globalMatch(path); match.hasNext();)
        names += match.next().captured(1);
    return names;
}

AccessFixture::AccessFixture()
{
    const QJsonObject paths = m_server.anybody().get(u"/openapi.json"_s).json[u"paths"_s].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (auto one = item.begin(); one != item.end(); ++one) {
            const bool built = !one.value()[u"responses"_s].toObject().contains(u"501"_s);
            m_routes += {one.key().toUpper().toLatin1(), path.key(), one.value()[u"x-access"_s].toObject(), built};
        }
    }
    makeRoles();
    makeThings(owner());
    makeThings(other());
}

void AccessFixture::makeRoles()
{
    for (const QString &role : {u"member"_s, u"developer"_s, u"support"_s, u"admin"_s}) {
        const QString email = role + u"@example.org"_s;
        const auto made = m_server.command({u"create-user"_s, u"--email"_s, email, u"--role"_s, role},
                                           TestAccount::password().toUtf8() + '\n');
        const Answer login = m_server.portal().post(u"/accounts/login/local"_s,
                                                    {{u"name"_s, email}, {u"password"_s, TestAccount::password()}});
        if (made.exitCode != 0 || login.status != 200)
            throw std::runtime_error("a user of the role " + role.toStdString() + " cannot be made");
        m_roles.insert(role, login.json[u"access_token"_s].toString());
    }
}

QString AccessFixture::inserted(const QString &table, const QString &prefix, const QString &columns,
                                const QString &values)
{
    static int number = 1000; // the lowest numbers are built in
    const QString id = prefix + QString::number(++number).rightJustified(26, u'0');
    m_server.sql(u"INSERT INTO %1 (%2) VALUES ('%3', %4)"_s.arg(table, columns, id, values));
    return id;
}

/// Creates one object of each kind. Objects that the API cannot create are written to the database directly.
void AccessFixture::makeThings(const TestAccount &account)
{
    auto &things = m_things[account.name()];
    const QString id = account.accountId();
    things[u"account_id"_s] = id;
    things[u"user_id"_s] = account.userId();
    things[u"app_id"_s] = account.createApp(u"Viewer"_s)[u"app_id"_s].toString();
    things[u"call_id"_s] = inserted(u"app_call"_s, u"call_"_s,
                                    u"call_id, app_id, at, credential, method, route, path, query, status, code, "
                                    "duration_ms, request_id, address, replayed, request_bytes, request_body, "
                                    "answer_body"_s,
                                    u"'%1', 1, 'app', 'GET', '/v1/devices', '/v1/devices', '', 404, 'not_found', 1, "
                                    "'r', '127.0.0.1', false, 0, '', ''"_s.arg(things[u"app_id"_s]));
    things[u"device_id"_s] = account.addDevice(u"Door"_s)[u"device_id"_s].toString();
    const QString group = account.addGroup(u"House"_s)[u"devgroup_id"_s].toString();
    things[u"devgroup_id"_s] = group;
    things[u"devicegroup_id"_s] = group;
    things[u"session_id"_s] =
        QString::fromLatin1(
            m_server.sql(u"SELECT max(session_id) FROM session WHERE user_id = '%1'"_s.arg(account.userId())))
            .trimmed();
    things[u"devicemode_id"_s] = inserted(u"device_mode"_s, u"mode_"_s,
                                          u"devicemode_id, account_id, name, version, conditions, actions, "
                                          "min_duration, merge_gap, cooldown, max_duration, created_at, updated_at"_s,
                                          u"'%1', 'Night', 1, '{}', '{}', 1, 1, 1, 1, 1, 1"_s.arg(id));
    const QString order = account.post(u"/retentions/%1/account/%2"_s.arg(plainValues[u"retention_id"_s], id), {})
                              .json[u"order_id"_s]
                              .toString();
    things[u"order_id"_s] = order;
    m_server.sql(
        u"INSERT INTO account_plan (account_id, retention_id, order_id, name, days, storage_bytes, devices, "
        "since) VALUES ('%1', '%2', '%3', 'Home', 1, 0, 0, 1)"_s.arg(id, plainValues[u"retention_id"_s], order));
    things[u"zone_id"_s] = inserted(u"zone"_s, u"zone_"_s,
                                    u"zone_id, device_id, name, kind, polygon, drawn_from, created_at, updated_at"_s,
                                    u"'%1', 'Yard', 'include', '[]', '', 1, 1"_s.arg(things[u"device_id"_s]));
    things[u"data_id"_s] =
        inserted(u"device_data"_s, u"dat_"_s,
                 u"data_id, account_id, device_id, kind, media_type, bytes, sha256, width, height, duration, taken_at, "
                 "created_at"_s,
                 u"'%1', '%2', 'photo', 'image/jpeg', 1, '', 1, 1, 0, 1, 1"_s.arg(id, things[u"device_id"_s]));
    things[u"upload_id"_s] =
        inserted(u"data_upload"_s, u"upl_"_s,
                 u"upload_id, account_id, device_id, bytes, received, storage_id, created_at, expires_at"_s,
                 u"'%1', '%2', 9, 0, 'none', 1, 9999999999999"_s.arg(id, things[u"device_id"_s]));
    things[u"recording_id"_s] = inserted(
        u"recording"_s, u"rec_"_s,
        u"recording_id, device_id, storage_id, path, started_at, ended_at, bytes, init_bytes, init_number, codec, "
        "width, height, fragments, gap, is_open"_s,
        u"'%1', '', '', 1, 2, 1, 1, 1, 'h264', 1, 1, '', 'none', false"_s.arg(things[u"device_id"_s]));
    things[u"job_id"_s] =
        inserted(u"face_job"_s, u"job_"_s,
                 u"job_id, account_id, app_id, server_id, attributes, state, result, created_at, updated_at"_s,
                 u"'%1', '%2', '', '[]', 'done', '{}', 1, 1"_s.arg(id, portalAppId));
    const QString notification = inserted(
        u"notification"_s, u"ntf_"_s,
        u"notification_id, account_id, type, object, sequence, title, text, link, data, created_at, updated_at"_s,
        u"'%1', 'announcement', '', 0, 'News', '', '', '{}', 1, 1"_s.arg(id));
    things[u"notification_id"_s] = notification;
    const QString channel = account
                                .post(u"/notifications/channels"_s,
                                      {{u"kind"_s, u"email"_s}, {u"name"_s, u"Mail"_s}, {u"target"_s, account.email()}})
                                .json[u"channel_id"_s]
                                .toString();
    things[u"channel_id"_s] = channel;
    things[u"delivery_id"_s] =
        inserted(u"notification_delivery"_s, u"dlv_"_s,
                 u"delivery_id, notification_id, channel_id, account_id, type, state, attempts, due_at, created_at, "
                 "updated_at, payload"_s,
                 u"'%1', '%2', '%3', 'announcement', 'delivered', 1, 1, 1, 1, '{}'"_s.arg(notification, channel, id));
    const QString mark = inserted(
        u"device_mark"_s, u"mark_"_s,
        u"devicemark_id, account_id, device_id, devicemode_id, devicemode_version, state, started_at, label, score, "
        "objects, zones, reason, snapshot, thumbnail, clip, created_at, updated_at"_s,
        u"'%1', '%2', '%3', 1, 'closed', 1, 'motion', 1, '[]', '[]', '{}', '{}', '{}', '{}', 1, 1"_s.arg(
            id, things[u"device_id"_s], things[u"devicemode_id"_s]));
    things[u"devicemark_id"_s] = mark;
    things[u"datalandmark_id"_s] = mark;
}

HttpClient AccessFixture::with(const QString &token) const
{
    HttpClient client = m_server.anybody();
    client.setBearer(token);
    return client;
}

QString AccessFixture::value(const QString &account, const QString &parameter) const
{
    return m_things[account].value(parameter, plainValues.value(parameter));
}

QString AccessFixture::filled(const ApiRoute &route, const QString &foreign) const
{
    QString path = route.path;
    for (const QString &name : route.parameters()) {
        const bool theirs = foreign.isEmpty() || name == foreign;
        const QString filling = value(theirs ? u"bea"_s : ada, name);
        path.replace(u'{' + name + u'}', filling.isEmpty() ? u"x"_s : filling);
    }
    return path + queries.value(route.name());
}

QByteArray AccessFixture::body(const ApiRoute &route, const QString &account) const
{
    QString text = QString::fromLatin1(bodies.value(route.name(), route.method == "PUT" ? "{}" : ""));
    for (auto match = inBraces.globalMatch(text); match.hasNext();) {
        const QString name = match.next().captured(1);
        text.replace(u'{' + name + u'}', value(account, name));
    }
    return text.toUtf8();
}
