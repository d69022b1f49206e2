// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/routetree.h"

#include "server/core/http/canonicaltarget.h"
#include "server/core/http/links.h"

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
/// The handler of GET answers HEAD too (RFC 9110, 9.3.2).
Method effective(Method method) { return method == Method::Head ? Method::Get : method; }

QStringList parametersOf(const Route &route)
{
    QStringList known;
    for (const QueryParameter &parameter : route.query)
        known += parameter.name;
    if (route.list)
        known += {u"page"_s, u"pagesize"_s, u"cursor"_s, u"count"_s, u"sort"_s};
    if (route.caller.link)
        known += Links::parameters();
    return known;
}
}

struct RouteTree::Node
{
    std::vector<std::pair<QByteArray, std::unique_ptr<Node>>> statics;
    std::unique_ptr<Node> parameter;
    std::array<Leaf, methodNames.size()> leaves;
    bool isEnd = false; ///< a route ends here

    Node *find(const QByteArray &segment) const
    {
        for (const auto &[name, node] : statics) {
            if (name == segment)
                return node.get();
        }
        return nullptr;
    }
    Node *make(const QByteArray &segment)
    {
        if (Node *known = find(segment))
            return known;
        return statics.emplace_back(segment, std::make_unique<Node>()).second.get();
    }
};

RouteTree::RouteTree(const RouteTable &routes)
    : m_root(std::make_unique<Node>())
{
    for (const Route &route : routes) {
        Node *node = m_root.get();
        Leaf leaf{&route, {}, parametersOf(route)};
        const auto segments = CanonicalTarget::segments(route.fullPath().toUtf8());
        Q_ASSERT_X(segments, "RouteTree", qPrintable(route.path));
        for (const QByteArray &segment : *segments) {
            if (!segment.startsWith(':')) {
                node = node->make(segment);
                continue;
            }
            leaf.arguments += QString::fromUtf8(segment.mid(1));
            if (!node->parameter)
                node->parameter = std::make_unique<Node>();
            node = node->parameter.get();
        }
        Leaf &place = node->leaves[size_t(route.method)];
        Q_ASSERT_X(!place.route, "RouteTree", qPrintable(route.path));
        place = leaf;
        node->isEnd = true;
    }
}

RouteTree::~RouteTree() = default;

/// A static segment takes precedence over a parameter. If it leads nowhere, the parameter is tried.
const RouteTree::Node *RouteTree::walk(const Node *node, const QByteArrayList &segments, qsizetype at,
                                       QStringList &values)
{
    if (at == segments.size())
        return node->isEnd ? node : nullptr;
    if (const Node *next = node->find(segments[at])) {
        if (const Node *found = walk(next, segments, at + 1, values))
            return found;
    }
    if (!node->parameter)
        return nullptr;
    values += QString::fromUtf8(segments[at]);
    const Node *found = walk(node->parameter.get(), segments, at + 1, values);
    if (!found)
        values.removeLast();
    return found;
}

RouteTree::Found RouteTree::find(Method method, const QByteArray &path) const
{
    Found found;
    const auto segments = CanonicalTarget::segments(path);
    if (!segments) {
        found.path = Found::Path::Malformed;
        return found;
    }
    const Node *node = walk(m_root.get(), *segments, 0, found.values);
    if (!node)
        return found;
    found.path = Found::Path::Known;
    found.node = node;
    const Leaf &leaf = node->leaves[size_t(effective(method))];
    found.leaf = leaf.route ? &leaf : nullptr;
    return found;
}

const Route *RouteTree::routeOf(const Found &found)
{
    if (found.leaf || !found.node)
        return found.route();
    const auto &leaves = static_cast<const Node *>(found.node)->leaves;
    return std::ranges::find_if(leaves, [](const Leaf &leaf) { return leaf.route != nullptr; })->route;
}

QByteArrayList RouteTree::methodsOf(const Found &found)
{
    const auto &leaves = static_cast<const Node *>(found.node)->leaves;
    QByteArrayList methods{"OPTIONS"};
    for (size_t i = 0; i < leaves.size(); ++i) {
        if (leaves[i].route && Method(i) != Method::Options)
            methods += methodNames[i];
    }
    if (leaves[size_t(Method::Get)].route)
        methods += "HEAD";
    std::sort(methods.begin(), methods.end());
    return methods;
}
