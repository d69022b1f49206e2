// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>

/// SOAP messages as ONVIF cameras understand them (SOAP 1.2, WS-Discovery, and the UsernameToken Profile of
/// WS-Security).
namespace Soap {

/// An element of a message. Namespaces are left out, because cameras choose their prefixes freely.
struct Element
{
    QString name;
    QString text;
    QList<QPair<QString, QString>> attributes = {};
    QList<Element> children = {};

    /// Returns the first descendant on the path of names such as `Body/Fault`, searched at any depth. Returns an
    /// element without a name if there is none.
    Element find(const QString &path) const;
    /// Returns all descendants of a name.
    QList<Element> all(const QString &name) const;
    QString attribute(const QString &name) const;
    bool isNull() const { return name.isEmpty(); }
};

/// Parses a message. Returns an element without a name for XML that is damaged, too deep, or that declares entities.
Element parse(const QByteArray &xml);

/// Returns an envelope. `header` and `body` are XML.
QByteArray envelope(const QByteArray &header, const QByteArray &body);
/// Returns the header that proves the password by a digest. `created` is the time on the camera's clock.
QByteArray usernameToken(const QString &username, const QString &password, const QDateTime &created,
                         const QByteArray &nonce);
/// Returns the digest: the Base64 of SHA-1 over the nonce, the time, and the password.
QByteArray passwordDigest(const QByteArray &nonce, const QByteArray &created, const QString &password);
}
