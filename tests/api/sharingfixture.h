// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDateTime>
#include <QSet>

/// Two accounts: Ada shares devices, and Bea views them.
class SharingFixture
{
public:
    explicit SharingFixture(TestServer &server);

    const TestAccount &ada() const { return m_ada; }
    const TestAccount &bea() const { return m_bea; }
    /// Returns a name that is not used on the server.
    QString freshName(const QString &name) const;

    /// These functions create Ada's objects and return their ids.
    QString addDevice(const QString &name, const QJsonObject &fields = {}) const;
    QString addMode(const QString &name) const;
    /// Writes a closed mark that starts now directly to the database.
    QString addMark(const QString &device, const QString &group = {}, const QString &mode = motion()) const;
    static QString motion() { return QStringLiteral("mode_00000000000000000000000001"); }

    Answer shareDevice(const QString &device, const QString &user, const QDateTime &until = {}) const;
    Answer shareGroup(const QString &group, const QString &user, const QDateTime &until = {}) const;
    Answer unshareDevice(const QString &device, const QString &user) const;
    Answer unshareGroup(const QString &group, const QString &user) const;
    /// Returns Ada's shares, newest first.
    QJsonArray given(const QString &query = {}) const;
    /// Returns the entries of Ada's audit log for an action on an object.
    QJsonArray audit(const QString &action, const QString &object) const;

    static QSet<QString> ids(const Answer &list, const QString &key);

private:
    Answer share(const QString &path, QJsonObject body, const QDateTime &until) const;

    TestServer &m_server;
    int m_number;
    TestAccount &m_ada;
    TestAccount &m_bea;
};
