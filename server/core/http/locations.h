// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

#include <QHash>

/// Knows the address of what a request has created (RFC 9110, 10.2.2).
///
/// The address follows from the route table: it is the path of the GET route that answers with the same model, or of
/// the PUT route if there is no such GET route, or Route::location. Its parameters are members of the answer, or
/// parameters of the request's own path.
class Locations
{
public:
    explicit Locations(const RouteTable &routes);

    /// Adds `Location` to an answer 201, if the object has an address.
    void add(const Route &route, const Call &call, Reply &reply) const;

private:
    QHash<const QMetaObject *, QStringList>
        m_paths; ///< of the routes with this reply: GET before PUT, and the shortest first
};
