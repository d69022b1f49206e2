// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/personaldata/accounttables.h"

#include <algorithm>
#include <stdexcept>

namespace {
const QByteArray own = "account_id = ?";
const QByteArray users = "(SELECT user_id FROM account_user WHERE account_id = ?)";
const QByteArray ofUser = "user_id IN " + users;
const QByteArray ofApp = "app_id IN (SELECT app_id FROM app WHERE account_id = ?)";
const QByteArray ofDevice = "device_id IN (SELECT device_id FROM device WHERE account_id = ?)";
const QByteArray ofMark = "devicemark_id IN (SELECT devicemark_id FROM device_mark WHERE account_id = ?)";
const QByteArray ofTrack = "track_id IN (SELECT track_id FROM seen_object WHERE account_id = ?)";
const QByteArray ofSession = "session_id IN (SELECT session_id FROM session WHERE user_id IN " + users + ")";
const QByteArray ofOrder = "order_id IN (SELECT order_id FROM purchase_order WHERE account_id = ?)";
const QByteArray emails = "(SELECT email FROM account_user WHERE account_id = ? AND email <> '')";
const QByteArray ofPerson = "(person IN " + users + " OR person IN " + emails + ")";
const QByteArray ofAddress =
    "(address IN " + emails + " OR address IN (SELECT phone FROM verified_phone WHERE account_id = ?))";

QList<AccountTable> ofNotifications()
{
    return {
        {"notification_attempt", "delivery_id IN (SELECT delivery_id FROM notification_delivery WHERE account_id = ?)"},
        {"notification_delivery", own},
        {"notification_read", ofUser},
        {"notification", own},
        {"notification_channel", own, {"sealed_secret", "old_sealed_secret"}},
        {.name = "notification_sequence", .rows = ofDevice, .exported = false},
        {"camera_news", own}};
}

QList<AccountTable> ofCameras()
{
    return {{"mark_read", ofUser},
            {"mark_zone", ofMark},
            {"near_miss", own},
            {"device_mark", own},
            {"device_data", own},
            {"purged", own},
            {"recording", ofDevice, {"fragments"}},
            {"recording_hold", ofDevice},
            {"recording_removal", ofDevice},
            {.name = "recording_erasure", .rows = ofDevice, .exported = false},
            {.name = "observation_erasure", .rows = ofDevice, .exported = false},
            {.name = "seen_object_zone", .rows = ofTrack, .exported = false}, // seen_object has the same
            {"seen_object", own},
            {"observation", ofDevice},
            {"data_upload", own},
            {"capture_mode", ofDevice},
            {.name = "capture_mode_past", .rows = ofDevice, .exported = false},
            {"stream_settings", ofDevice},
            {"analysis_settings", ofDevice},
            {"zone", ofDevice},
            {"sandbox_camera", ofDevice},
            {.name = "device_password", .rows = ofDevice, .exported = false},
            {.name = "camera_lease", .rows = ofDevice, .exported = false},
            {.name = "camera_numbers", .rows = ofDevice, .exported = false},
            {"share", "(" + own + " OR " + ofPerson + ")"},
            {"face_job", "(" + own + " OR (account_id IS NULL AND " + ofApp + "))"},
            {"action", own},
            {"device_group", own},
            {"device_mode_version", own},
            {"device_mode", own}};
}

QList<AccountTable> ofApps()
{
    return {{"app_call", "(" + ofApp + " OR " + own + ")", {"account_id"}}, // also its calls of other accounts' apps
            {"app_usage", ofApp},
            {"trial_notice", ofApp},
            {"app_origin", ofApp},
            {"app_key", ofApp, {"key_hash"}},
            {.name = "app_token", .rows = ofApp, .exported = false}};
}

QList<AccountTable> ofPurchases()
{
    return {{"account_plan", own},
            {"plan_period", own},
            {.name = "order_step", .rows = ofOrder, .kept = AccountTables::paidOrders},
            {.name = "purchase_order", .rows = own, .kept = AccountTables::paidOrders},
            {.name = "receipt", .rows = own, .kept = AccountTables::everyRow}};
}

QList<AccountTable> ofCredentials()
{
    return {{.name = "recovery_code", .rows = ofUser, .exported = false},
            {"second_factor", ofUser, {"sealed_secret", "last_step"}},
            {"security_key", ofUser, {"credential_id", "algorithm", "public_key", "sign_count"}},
            {.name = "sign_in_challenge", .rows = ofUser, .exported = false},
            {.name = "sign_in_token", .rows = ofSession, .exported = false},
            {.name = "access_token", .rows = ofSession, .exported = false},
            {.name = "refresh_token", .rows = ofSession, .exported = false},
            {.name = "authorization_code", .rows = ofUser, .exported = false},
            {.name = "device_authorization", .rows = ofUser, .exported = false},
            {.name = "browser_session", .rows = ofUser, .exported = false},
            {"session", ofUser},
            {"consent", ofUser},
            {"identity", ofUser},
            {"unlinked_identity", ofUser},
            {"known_device", ofUser, {"device_hash"}},
            {.name = "user_password", .rows = ofUser, .exported = false},
            {.name = "verify_code", .rows = "(" + own + " OR " + ofAddress + ")", .exported = false},
            {.name = "verification_token", .rows = ofAddress, .exported = false},
            {.name = "code_count", .rows = ofAddress, .exported = false},
            {"claimed_phone", own},
            {"verified_phone", own}};
}

QList<AccountTable> ofAccount()
{
    return {{"support_access", own},
            {"event", "(" + own + " OR " + ofPerson + ")"},
            {"audit_entry", own},
            {.name = "support_finding", .rows = own, .exported = false}, // the words of staff
            {"account_app", own},
            {.name = "account_export", .rows = own, .exported = false},
            {.name = "job", .rows = "owner = ?", .exported = false},
            {"app", own},
            {"account_deletion", own, {"devices", "reminded"}},
            {"device", own},
            {"account_user", own},
            {"account", own}};
}
}

const QList<AccountTable> &AccountTables::all()
{
    static const QList<AccountTable> tables =
        ofNotifications() + ofCameras() + ofApps() + ofPurchases() + ofCredentials() + ofAccount();
    return tables;
}

const QByteArrayList &AccountTables::others()
{
    static const QByteArrayList names{"schema_migration", "signing_key",     "retention_plan", "receipt_number",
                                      "event_sequence",   "server",          "spent_proof",    "idempotent_answer",
                                      "search_term",      "sign_in_failure", "search_due",     "store_deletion",
                                      "media_removal",    "stray_file",      "export_removal", "store_token",
                                      "store_wait"};
    return names;
}

namespace {
/// A column of a table. `position` counts from 1 in the primary key; 0: not part of it.
class Column
{
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(qint64 position MEMBER position)

public:
    QString name;
    qint64 position = 0;
};
}

TableColumns TableColumns::of(Database &database, const QByteArray &table)
{
    QList<Column> columns = database.select<Column>(
        database.isPostgres()
            ? "SELECT a.attname AS name, COALESCE(array_position(i.indkey::smallint[], a.attnum) + 1, 0) AS position "
              "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relnamespace = 'public'::regnamespace "
              "LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary "
              "WHERE c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"
            : "SELECT name, pk AS position FROM pragma_table_info(?) ORDER BY cid",
        QString::fromLatin1(table));
    TableColumns found;
    for (const Column &column : std::as_const(columns))
        found.all += column.name.toLatin1();
    std::ranges::sort(columns, {}, &Column::position);
    for (const Column &column : std::as_const(columns)) {
        if (column.position > 0)
            found.key += column.name.toLatin1();
    }
    if (found.key.isEmpty())
        throw std::logic_error("The table " + table.toStdString() + " has no primary key.");
    return found;
}

#include "accounttables.moc"
