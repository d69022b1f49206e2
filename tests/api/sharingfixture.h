// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDateTime>
#include <QSet>

/// Two people who have never met: Ada, who shares, and Bea, who looks.
class SharingFixture
{
public:
    explicit SharingFixture(TestServer &server);

    const TestAccount &ada() const { return m_ada; }
    const TestAccount &bea() const { return m_bea; }
    /// A name that nobody on the server has.
    QString freshName(const QString &name) const;

    /// These are Ada's; each answers the id.
    QString addDevice(const QString &name, const QJsonObject &fields = {}) const;
    QString addMode(const QString &name) const;
    /// A closed mark of now, written behind the API's back.
    QString addMark(const QString &device, const QString &group = {}, const QString &mode = motion()) const;
    static QString motion() { return QStringLiteral("mode_00000000000000000000000001"); }

    Answer shareDevice(const QString &device, const QString &user, const QDateTime &until = {}) const;
    Answer shareGroup(const QString &group, const QString &user, const QDateTime &until = {}) const;
    Answer unshareDevice(const QString &device, const QString &user) const;
    Answer unshareGroup(const QString &group, const QString &user) const;
    /// What Ada has given, the newest first.
    QJsonArray given(const QString &query = {}) const;
    /// What Ada's audit log says of this action on this object.
    QJsonArray audit(const QString &action, const QString &object) const;

    static QSet<QString> ids(const Answer &list, const QString &key);

private:
    Answer share(const QString &path, QJsonObject body, const QDateTime &until) const;

    TestServer &m_server;
    int m_number;
    TestAccount &m_ada;
    TestAccount &m_bea;
};
