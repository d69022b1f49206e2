// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>

/// Where this server receives viewers by UDP.
struct MediaPlace
{
    /// Addresses of this machine. One that means all addresses stands for each of them.
    QList<QHostAddress> addresses{QHostAddress(QHostAddress::LocalHost)};
    quint16 firstPort = 0; ///< 0: the system chooses
    quint16 lastPort = 0;

    /// Reads addresses such as `192.0.2.1,2001:db8::1`. An empty text changes nothing.
    ///
    /// Throws: std::invalid_argument with a message for users, as does setPorts().
    void setAddresses(const QString &text);
    /// Reads a range such as `40000-40200`. An empty text changes nothing.
    void setPorts(const QString &text);
    /// Returns the addresses of this machine that `addresses` stands for, without those of a single link.
    QList<QHostAddress> local() const;
    /// Returns for how many viewers there are ports.
    int mostViewers() const;
    /// Returns whether a viewer finds a port that no program uses. Tries ports until there is one.
    bool hasFreePort() const;
};
