// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

/// What users have granted to apps and no app has redeemed yet: authorization codes (RFC 6749) and approved device
/// authorizations (RFC 8628). It ends with the sessions that it would be among, so that nothing that was granted before
/// becomes valid again, for example with the next consent. Triggers of the database also end it with the session of the
/// portal, or the browser's sign-in, in which it was granted.
///
/// A grant that is being redeemed is waited for. The sessions must therefore be ended after the grants.
/// Transaction: the caller's.
class OpenGrants
{
public:
    explicit OpenGrants(Database &database)
        : m_database(database)
    {
    }

    void removeOfUser(UserId user) { remove("user_id = ?", {SqlValue::of(user)}); }
    void removeOfUser(UserId user, AppId app)
    {
        remove("user_id = ? AND app_id = ?", {SqlValue::of(user), SqlValue::of(app)});
    }
    void removeOfAccount(AccountId account)
    {
        remove("user_id IN (SELECT user_id FROM account_user WHERE account_id = ?)", {SqlValue::of(account)});
    }
    void removeOfApp(AppId app) { remove("app_id = ? AND user_id IS NOT NULL", {SqlValue::of(app)}); }

private:
    void remove(const QByteArray &condition, const QVariantList &values)
    {
        // A code that was redeemed stays, so that a second use of it is noticed.
        m_database.execWith("DELETE FROM authorization_code WHERE session_id IS NULL AND " + condition, values);
        m_database.execWith("DELETE FROM device_authorization WHERE " + condition, values);
    }

    Database &m_database;
};
