// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

#include <memory>

/// Finds the routes of a path, segment by segment.
class RouteTree
{
public:
    /// The table must outlive this object and stay at its address.
    explicit RouteTree(const RouteTable &routes);
    ~RouteTree();
    Q_DISABLE_COPY_MOVE(RouteTree)

    /// A route with precomputed data that every request needs.
    struct Leaf
    {
        const Route *route = nullptr;
        QStringList arguments; ///< names of the path parameters, in order
        QStringList parameters; ///< names of the query parameters
    };
    /// The result of a lookup.
    struct Found
    {
        enum class Path { Known, Unknown, Malformed };
        Path path = Path::Unknown;
        const Leaf *leaf = nullptr; ///< of the requested method; null if the path does not support it
        QStringList values; ///< of the path parameters, percent-decoded
        const void *node = nullptr;

        const Route *route() const { return leaf ? leaf->route : nullptr; }
    };
    Found find(Method method, const QByteArray &path) const;
    /// Returns the route of the requested method, or of another method of a known path. Returns null otherwise.
    static const Route *routeOf(const Found &found);
    /// Returns the methods of a known path in alphabetical order, including `OPTIONS` and `HEAD`.
    static QByteArrayList methodsOf(const Found &found);

private:
    struct Node;
    static const Node *walk(const Node *node, const QByteArrayList &segments, qsizetype at, QStringList &values);

    std::unique_ptr<Node> m_root;
};
