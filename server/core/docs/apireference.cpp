// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/docs/apireference.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {
/// Returns the operations of a `paths` or `webhooks` object.
QList<ReferenceCall> callsOf(const QJsonObject &items)
{
    QList<ReferenceCall> calls;
    for (auto item = items.begin(); item != items.end(); ++item) {
        const QJsonObject operations = item.value().toObject();
        for (auto each = operations.begin(); each != operations.end(); ++each) {
            const QJsonObject operation = each.value().toObject();
            calls += ReferenceCall{.id = operation[u"operationId"_s].toString(),
                                   .method = each.key().toUpper(),
                                   .path = item.key(),
                                   .summary = operation[u"summary"_s].toString(),
                                   .tag = operation[u"tags"_s][0].toString(),
                                   .operation = operation};
        }
    }
    return calls;
}

/// Returns whether the call shows a page to a person, or a part of a page. Programs have no use for such calls.
bool isPage(const ReferenceCall &call)
{
    const QJsonObject responses = call.operation[u"responses"_s].toObject();
    return std::any_of(responses.begin(), responses.end(), [](const QJsonValue &response) {
        const QJsonObject content = response[u"content"_s].toObject();
        return content.contains(u"text/html"_s) || content.contains(u"text/css"_s);
    });
}

int rank(const QString &method)
{
    static const QStringList order{u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s};
    return int(order.indexOf(method));
}
}

ApiReference::ApiReference(const QByteArray &document)
{
    const QJsonObject json = QJsonDocument::fromJson(document).object();
    m_components = json[u"components"_s].toObject();
    m_webhooks = callsOf(json[u"webhooks"_s].toObject());
    m_calls = callsOf(json[u"paths"_s].toObject());
    m_calls.removeIf(isPage);
    std::sort(m_calls.begin(), m_calls.end(), [](const ReferenceCall &a, const ReferenceCall &b) {
        return std::tuple(a.tag, a.path, rank(a.method)) < std::tuple(b.tag, b.path, rank(b.method));
    });
    for (qsizetype i = 0; i < m_calls.size(); ++i)
        m_byId.insert(m_calls[i].id, i);
}

const ReferenceCall *ApiReference::find(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &m_calls[*found];
}

QList<ReferenceCall> ApiReference::search(const QString &text) const
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    QList<ReferenceCall> found;
    for (const ReferenceCall &call : m_calls) {
        const QString all = QStringList{call.method, call.path, call.summary, call.tag}.join(u' ');
        if (std::all_of(words.cbegin(), words.cend(),
                        [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }))
            found += call;
    }
    return found;
}

QJsonObject ApiReference::resolved(const QJsonObject &object) const
{
    const QString reference = object[u"$ref"_s].toString(); // #/components/KIND/NAME
    if (reference.isEmpty())
        return object;
    return m_components[reference.section(u'/', 2, 2)][reference.section(u'/', 3)].toObject();
}
