// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/resource.h"

#include <QByteArray>

/// A strong entity tag over a representation (RFC 9110, 8.8.3).
QByteArray entityTag(const QByteArray &body);
/// The tag of a representation that tells more than what a change is held against: `"<of the state>.<of all>"`, new
/// whenever anything is new. `If-Match` looks at the first part alone.
QByteArray entityTag(const QByteArray &state, const QByteArray &all);
/// Whether a list of tags, as `If-Match` and `If-None-Match` carry it, has this one, or is `*`.
bool matchesAnyTag(const QByteArray &list, const QByteArray &tag);

/// `If-Match` of a request that changes something. A service holds it against the current state inside its own
/// transaction, so that nothing can slip in between.
class Precondition
{
public:
    Precondition() = default;
    explicit Precondition(QByteArray ifMatch)
        : m_ifMatch(std::move(ifMatch))
    {
    }

    /// Throws Problem::preconditionFailed() unless the tag of the model's JSON, or `*`, was sent, or nothing at all.
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
