// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/resource.h"

#include <QByteArray>

/// Returns the strong entity tag of a representation (RFC 9110, 8.8.3).
QByteArray entityTag(const QByteArray &body);
/// Returns the tag of a representation that contains more than the state that changes are checked against: `"<tag of
/// the state>.<tag of all>"`. The tag changes whenever anything changes, but `If-Match` compares only its first part.
QByteArray entityTag(const QByteArray &state, const QByteArray &all);
/// Returns whether the list of `If-Match` contains the tag by strong comparison (RFC 9110, 8.8.3.2), or is `*`. The
/// name of a content coding that ContentCoding::compress() has added does not count.
bool matchesAnyTag(const QByteArray &list, const QByteArray &tag);
/// Returns the same for `If-None-Match`, by weak comparison.
bool weaklyMatchesAnyTag(const QByteArray &list, const QByteArray &tag);

/// The `If-Match` header of a request that changes something. A service checks it against the current state inside its
/// own transaction, so that no other change can come in between.
class Precondition
{
public:
    Precondition() = default;
    explicit Precondition(QByteArray ifMatch)
        : m_ifMatch(std::move(ifMatch))
    {
    }

    /// Returns whether the request has the header.
    bool isGiven() const { return !m_ifMatch.isEmpty(); }
    /// Requires that the header is absent, is `*`, or contains the tag of the model's JSON.
    /// Throws: Problem 412.
    template <typename T>
    void require(const T &current) const
    {
        if (!m_ifMatch.isEmpty())
            requireTag(entityTag(toJson(current)));
    }

private:
    void requireTag(const QByteArray &current) const;
    QByteArray m_ifMatch;
};
