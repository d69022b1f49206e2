// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

#include <memory>

/// Finds a path's routes, segment by segment.
class RouteTree
{
public:
    /// The table must stay where it is for as long as this is used.
    explicit RouteTree(const RouteTable &routes);
    ~RouteTree();
    Q_DISABLE_COPY_MOVE(RouteTree)

    /// A route, and what of it every request would otherwise have to work out again.
    struct Leaf
    {
        const Route *route = nullptr;
        QStringList arguments; ///< names of the path's parameters, in their order
        QStringList parameters; ///< of the query
    };
    /// Where a path leads.
    struct Found
    {
        enum class Path { Known, Unknown, Malformed };
        Path path = Path::Unknown;
        const Leaf *leaf = nullptr; ///< of the method asked for; null where the path does not know it
        QStringList values; ///< of the path's parameters, percent-decoded
        const void *node = nullptr;

        const Route *route() const { return leaf ? leaf->route : nullptr; }
    };
    Found find(Method method, const QByteArray &path) const;
    /// Every method of a path that is known, `OPTIONS` and `HEAD` with them, in the order of the alphabet.
    static QByteArrayList methodsOf(const Found &found);

private:
    struct Node;
    static const Node *walk(const Node *node, const QByteArrayList &segments, qsizetype at, QStringList &values);

    std::unique_ptr<Node> m_root;
};
