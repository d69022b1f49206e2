// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/docs/docspages.h"

#include "server/core/docs/schemarows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {
/// Returns the parts of a text, of which those between backticks are code.
QJsonArray spans(const QString &text)
{
    QJsonArray parts;
    const QStringList pieces = text.split(u'`');
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].isEmpty())
            parts += QJsonObject{{u"code"_s, i % 2 == 1}, {u"text"_s, pieces[i]}};
    }
    return parts;
}

/// Returns rows with their descriptions as spans. A required member of what the server sends is always present.
QJsonArray described(const QJsonArray &rows, bool sent = false)
{
    QJsonArray result;
    for (const QJsonValue &each : rows) {
        QJsonObject row = each.toObject();
        const bool required = row[u"required"_s].toBool();
        row.insert(u"required"_s, required && !sent);
        row.insert(u"always"_s, required && sent);
        row.insert(u"description"_s, spans(row[u"description"_s].toString()));
        result += row;
    }
    return result;
}

QString link(const DocsPages::View &view, const QString &path)
{
    return view.chosen ? path + u"?ui_locales="_s + languageTag(view.language) : path;
}

QString anchorOf(const QString &tag) { return tag.toLower().replace(u' ', u'-'); }

QJsonArray codeRows(const QList<ErrorCode> &codes)
{
    QJsonArray rows;
    for (const ErrorCode &code : codes)
        rows += QJsonObject{
            {u"code"_s, code.code}, {u"statuses"_s, code.statuses.join(u", "_s)}, {u"meaning"_s, spans(code.meaning)}};
    return rows;
}

QJsonObject accessOf(const ReferenceCall &call)
{
    // A section of a template shows members of outer objects unless its own say false.
    QJsonObject access{{u"anyone"_s, false}, {u"app"_s, false},        {u"bare_app"_s, false},
                       {u"client"_s, false}, {u"scope"_s, false},      {u"role"_s, false},
                       {u"link"_s, false},   {u"management"_s, false}, {u"payment"_s, false}};
    const QJsonObject given = call.operation[u"x-access"_s].toObject();
    for (auto each = given.begin(); each != given.end(); ++each)
        access.insert(each.key(), each.value());
    return access;
}

QJsonArray samplesOf(const CallSample &sample)
{
    QJsonArray samples;
    const std::tuple<QString, QString, QString> all[]{{u"curl"_s, u"curl"_s, curlSample(sample)},
                                                      {u"javascript"_s, u"JavaScript"_s, javaScriptSample(sample)},
                                                      {u"python"_s, u"Python"_s, pythonSample(sample)},
                                                      {u"cpp"_s, u"C++ (Qt)"_s, cppSample(sample)}};
    for (const auto &[id, name, text] : all)
        samples += QJsonObject{{u"id"_s, id}, {u"name"_s, name}, {u"text"_s, text}, {u"first"_s, samples.isEmpty()}};
    return samples;
}

QString credentialName(CallSample::Credential credential)
{
    switch (credential) {
    case CallSample::Credential::User:
        return u"user"_s;
    case CallSample::Credential::App:
        return u"app"_s;
    case CallSample::Credential::None:
        break;
    }
    return u"none"_s;
}
}

DocsPages::DocsPages(const QByteArray &document)
    : m_reference(document)
    , m_codes(readErrorCodes())
{
}

std::optional<CallSample> DocsPages::sample(const QString &id, const QString &server) const
{
    const ReferenceCall *call = m_reference.find(id);
    return call ? std::optional(sampleOf(*call, m_reference, server)) : std::nullopt;
}

QJsonArray DocsPages::sections(const QList<ReferenceCall> &calls, const View &view, const ReferenceCall *current) const
{
    QJsonArray sections;
    for (const ReferenceCall &call : calls) {
        if (sections.isEmpty() || sections.last()[u"tag"_s].toString() != call.tag)
            sections +=
                QJsonObject{{u"tag"_s, call.tag}, {u"anchor"_s, anchorOf(call.tag)}, {u"calls"_s, QJsonArray()}};
        QJsonObject section = sections.last().toObject();
        QJsonArray list = section[u"calls"_s].toArray();
        list += QJsonObject{{u"method"_s, call.method},
                            {u"path"_s, call.path},
                            {u"summary"_s, call.summary},
                            {u"href"_s, link(view, u"/docs/calls/"_s + call.id)},
                            {u"current"_s, current && current->id == call.id}};
        section.insert(u"calls"_s, list);
        sections[sections.size() - 1] = section;
    }
    return sections;
}

/// Returns the navigation: all tags, and the calls of the current tag.
QJsonArray DocsPages::contents(const View &view, const ReferenceCall *current) const
{
    QJsonArray tags;
    const QJsonArray all = sections(m_reference.calls(), view, current);
    for (const QJsonValue &each : all) {
        QJsonObject section = each.toObject();
        const bool open = current && current->tag == section[u"tag"_s].toString();
        section.insert(u"href"_s, link(view, u"/docs"_s) + u'#' + section[u"anchor"_s].toString());
        section.insert(u"open"_s, open);
        if (!open)
            section.insert(u"calls"_s, QJsonArray());
        tags += section;
    }
    return tags;
}

QByteArray DocsPages::page(const QString &name, const View &view, const QString &path, const QString &title,
                           QJsonObject values, const ReferenceCall *current) const
{
    QJsonArray languages;
    for (const PageLanguage each : pageLanguages())
        languages += QJsonObject{{u"code"_s, languageTag(each)},
                                 {u"name"_s, languageName(each)},
                                 {u"current"_s, each == view.language},
                                 {u"href"_s, path + u"?ui_locales="_s + languageTag(each)}};
    values.insert(u"title"_s, title);
    values.insert(u"languages"_s, languages);
    values.insert(u"locale"_s, view.chosen ? languageTag(view.language) : QString());
    values.insert(u"contents"_s, contents(view, current));
    values.insert(u"server"_s, view.server);
    values.insert(u"home"_s, link(view, u"/docs"_s));
    values.insert(u"webhooks_page"_s, link(view, u"/docs/webhooks"_s));
    values.insert(u"errors_page"_s, link(view, u"/docs/errors"_s));
    if (!values.contains(u"query"_s))
        values.insert(u"query"_s, QString());
    return m_renderer.page(name, view.language, values, u"docslayout"_s);
}

QByteArray DocsPages::index(const View &view, const QString &search) const
{
    const QString query = search.simplified();
    const QList<ReferenceCall> found = query.isEmpty() ? m_reference.calls() : m_reference.search(query);
    return page(u"docsindex"_s, view, u"/docs"_s, m_renderer.text(u"docs.title"_s, view.language),
                {{u"query"_s, query}, {u"nothing"_s, found.isEmpty()}, {u"sections"_s, sections(found, view)}});
}

QJsonArray DocsPages::parameters(const ReferenceCall &call) const
{
    QJsonArray rows;
    for (const QJsonValue &each : call.operation[u"parameters"_s].toArray()) {
        const QJsonObject parameter = each.toObject();
        QJsonObject row = schemaRow(parameter[u"name"_s].toString(), parameter[u"schema"_s].toObject(),
                                    parameter[u"required"_s].toBool());
        row.insert(u"in"_s, parameter[u"in"_s]);
        row.insert(u"description"_s, parameter[u"description"_s].toString());
        rows += row;
    }
    return described(rows);
}

QJsonObject DocsPages::shapeOf(const QJsonObject &schema, bool sent) const
{
    const QJsonArray members = described(schemaRows(schema, m_reference), sent);
    return {{u"shape"_s, schema[u"$ref"_s].toString().section(u'/', -1)},
            {u"members"_s, members},
            {u"has_members"_s, !members.isEmpty()}};
}

/// Returns the media types of a body, each with the members of its schemas and an example.
QJsonArray DocsPages::contentOf(const QJsonObject &content, bool sent) const
{
    QJsonArray types;
    for (auto each = content.begin(); each != content.end(); ++each) {
        const QJsonObject schema = each.value()[u"schema"_s].toObject();
        const QJsonValue example = each.value()[u"example"_s];
        QJsonArray shapes;
        const QJsonArray choices = schema[u"anyOf"_s].toArray();
        for (const QJsonValue &shape : choices.isEmpty() ? QJsonArray{schema} : choices)
            shapes += shapeOf(shape.toObject(), sent);
        types += QJsonObject{
            {u"media"_s, each.key()},
            {u"shapes"_s, shapes},
            {u"example"_s,
             example.isObject() ? QString::fromUtf8(QJsonDocument(example.toObject()).toJson()).trimmed() : QString()}};
    }
    return types;
}

/// Returns the answers to a call that succeeds.
QJsonArray DocsPages::answers(const ReferenceCall &call) const
{
    QJsonArray answers;
    const QJsonObject responses = call.operation[u"responses"_s].toObject();
    for (auto each = responses.begin(); each != responses.end(); ++each) {
        if (!each.key().startsWith(u'2') && !each.key().startsWith(u'3'))
            continue;
        const QJsonObject response = m_reference.resolved(each.value().toObject());
        QJsonArray headers;
        const QJsonObject given = response[u"headers"_s].toObject();
        for (auto header = given.begin(); header != given.end(); ++header) {
            if (header.key().startsWith("RateLimit-"_L1) || header.key() == "X-Request-Id"_L1)
                continue; // every answer has them, and the guide explains them
            headers +=
                QJsonObject{{u"name"_s, header.key()},
                            {u"description"_s,
                             spans(m_reference.resolved(header.value().toObject())[u"description"_s].toString())}};
        }
        answers += QJsonObject{{u"status"_s, each.key()},
                               {u"says"_s, response[u"description"_s]},
                               {u"headers"_s, headers},
                               {u"types"_s, contentOf(response[u"content"_s].toObject(), true)}};
    }
    return answers;
}

std::optional<QByteArray> DocsPages::call(const View &view, const QString &id) const
{
    const ReferenceCall *call = m_reference.find(id);
    if (!call)
        return std::nullopt;
    const CallSample sample = sampleOf(*call, m_reference, view.server);
    const QJsonObject content = call->operation[u"requestBody"_s][u"content"_s].toObject();
    const QString json =
        sample.json.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(sample.json).toJson()).trimmed();
    return page(u"docscall"_s, view, u"/docs/calls/"_s + id, call->summary,
                {{u"id"_s, id},
                 {u"method"_s, call->method},
                 {u"path"_s, call->path},
                 {u"tag"_s, call->tag},
                 {u"access"_s, accessOf(*call)},
                 {u"credential"_s, credentialName(sample.credential)},
                 {u"parameters"_s, parameters(*call)},
                 {u"has_parameters"_s, call->operation.contains(u"parameters"_s)},
                 {u"body"_s, contentOf(content, false)},
                 {u"has_body"_s, !content.isEmpty()},
                 {u"body_optional"_s, !call->operation[u"requestBody"_s][u"required"_s].toBool()},
                 {u"answers"_s, answers(*call)},
                 {u"codes"_s, codeRows(codesOf(*call, m_codes))},
                 {u"samples"_s, samplesOf(sample)},
                 {u"variables"_s, QJsonArray::fromStringList(sample.variables())},
                 {u"has_variables"_s, !sample.variables().isEmpty()},
                 {u"takes_json"_s, content.contains(u"application/json"_s)},
                 {u"takes_file"_s, !sample.file.isEmpty()},
                 {u"json"_s, json}},
                call);
}

QByteArray DocsPages::webhooks(const View &view) const
{
    QJsonArray events;
    QJsonArray shapes;
    QStringList shown;
    for (const ReferenceCall &event : m_reference.webhooks()) {
        const QJsonObject content = event.operation[u"requestBody"_s][u"content"_s].toObject();
        const QString shape = content[u"application/json"_s][u"schema"_s][u"$ref"_s].toString().section(u'/', -1);
        events += QJsonObject{{u"name"_s, event.path}, {u"summary"_s, event.summary}, {u"shape"_s, shape}};
        if (!shown.contains(shape)) {
            shown += shape;
            shapes += QJsonObject{{u"shape"_s, shape}, {u"types"_s, contentOf(content, true)}};
        }
    }
    const QJsonArray headers = m_reference.webhooks().isEmpty() ? QJsonArray() : parameters(m_reference.webhooks()[0]);
    return page(u"docswebhooks"_s, view, u"/docs/webhooks"_s, m_renderer.text(u"docs.webhooks"_s, view.language),
                {{u"events"_s, events}, {u"bodies"_s, shapes}, {u"signed_by"_s, headers}});
}

QByteArray DocsPages::errors(const View &view) const
{
    QList<ErrorCode> calls;
    QList<ErrorCode> fields;
    for (const ErrorCode &code : m_codes)
        (code.statuses.contains(u"field"_s) ? fields : calls) += code;
    return page(u"docserrors"_s, view, u"/docs/errors"_s, m_renderer.text(u"docs.errors"_s, view.language),
                {{u"codes"_s, codeRows(calls)}, {u"fields"_s, codeRows(fields)}});
}

QByteArray DocsPages::missing(const View &view) const
{
    return page(u"docsmissing"_s, view, u"/docs"_s, m_renderer.text(u"docs.missing"_s, view.language), {});
}
