// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/requestrules.h"

#include "models/core/jsonpointer.h"

using namespace Qt::StringLiterals;

void RequestRules::requireKnownParameters(const Request &request, const RouteTree::Leaf &leaf)
{
    const Route &route = *leaf.route;
    if (route.openQuery || request.query.isEmpty())
        return;
    const bool mayBeEmpty = route.atRoot || route.internal;
    FieldErrors errors;
    for (const auto &[name, value] : request.query.queryItems(QUrl::FullyDecoded)) {
        if (!leaf.parameters.contains(name))
            errors += {u'?' + name, u"unknown"_s, u"Unknown query parameter."_s};
        else if (value.isEmpty() && !mayBeEmpty && name != u"sort"_s && name != u"cursor"_s) // these filter nothing
            errors += {u'?' + name, u"too_short"_s, u"The value must not be empty. Leave the parameter out instead."_s};
    }
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
}

void RequestRules::requireUnconditional(const Request &request, const Route &route)
{
    const bool changes = route.method == Method::Put || route.method == Method::Delete;
    const QByteArray wanted = request.headers.value("If-Match").trimmed();
    if (changes && !route.conditional && !wanted.isEmpty() && wanted != "*")
        throw Problem::preconditionFailed();
}

void RequestRules::requireNoBody(const Call &call, const Route &route)
{
    const bool takesBody = route.body || !route.bodyTypes.isEmpty();
    // A standard may let clients send a body to its endpoints, such as a form to `/oauth/userinfo`.
    if (takesBody || route.atRoot || route.internal || route.method == Method::Get || route.method == Method::Options
        || call.request.body.isEmpty())
        return;
    FieldErrors errors;
    for (const QString &name : call.bodyObject().keys())
        errors += {JsonPointer::below({}, name), u"unknown"_s, u"This field does not exist."_s};
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
}

void RequestRules::nameReadOnly(Problem &problem, const Route &route)
{
    if (!route.body || !route.reply)
        return;
    const Resource::Fields &shown = Resource::fieldsOf(*route.reply);
    for (FieldError &error : problem.errors) {
        const bool isUnknown = error.code == u"unknown"_s && error.pointer.startsWith(u'/');
        const Resource::Field *field = isUnknown ? shown.find(error.pointer.mid(1).toUtf8()) : nullptr;
        if (field && field->json)
            error = {error.pointer, u"read_only"_s, u"%1 is assigned by the server."_s.arg(error.pointer.mid(1))};
    }
}
