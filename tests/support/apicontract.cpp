// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apicontract.h"

#include "tests/support/httpclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QUrlQuery>

#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <limits>
#include <mutex>
#include <optional>
#include <stdexcept>

using namespace Qt::StringLiterals;

/// The schemas that were parsed so far, and the validator. Each schema is parsed only once, and the validator keeps the
/// expressions of patterns.
struct ApiContract::Schemas
{
    std::mutex lock;
    QHash<QByteArray, std::shared_ptr<valijson::Schema>> parsed;
    valijson::Validator validator;
};

namespace {
/// Replaces the format `date-time` by a pattern. valijson compiles an expression for each value that has the format,
/// which takes more time than the rest of a test, but only one for each pattern.
QJsonValue withoutDateTimes(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &item : value.toArray())
            array += withoutDateTimes(item);
        return array;
    }
    if (!value.isObject())
        return value;
    const QJsonObject from = value.toObject();
    QJsonObject object;
    for (auto member = from.begin(); member != from.end(); ++member) {
        if (member.key() == "format"_L1 && member.value() == "date-time"_L1)
            object["pattern"_L1] = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:"
                                   "([0-5][0-9]|60)(\\.[0-9]+)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"_L1;
        else
            object[member.key()] = withoutDateTimes(member.value());
    }
    return object;
}

/// Resolves a reference within the document.
QJsonObject resolved(const QJsonObject &document, QJsonObject object)
{
    while (object.contains(u"$ref"_s)) {
        QJsonValue value = document;
        for (const QString &step : object[u"$ref"_s].toString().mid(2).split(u'/'))
            value = value[step];
        object = value.toObject();
    }
    return object;
}

QString describe(valijson::ValidationResults &results)
{
    QStringList lines;
    for (valijson::ValidationResults::Error error; lines.size() < 5 && results.popError(error);)
        lines += QString::fromStdString(error.context.empty() ? "" : error.context.back()) + u": "_s
            + QString::fromStdString(error.description);
    return lines.join(u"; "_s);
}

/// Returns the pointers of the members that are an empty text or null. What is unknown is absent. An empty pointer
/// means the whole document (RFC 6901), and an empty scope is known.
QStringList emptyMembers(const QJsonValue &value, const QString &pointer = {})
{
    QStringList found;
    if (value.isNull() || (value.isString() && value.toString().isEmpty()))
        found += pointer;
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() != "pointer"_L1 && member.key() != "scope"_L1)
            found += emptyMembers(member.value(), pointer + u'/' + member.key());
    }
    for (const QJsonValue &item : value.toArray())
        found += emptyMembers(item, pointer + u"/*"_s);
    return found;
}

QString mediaType(const QByteArray &header) { return QString::fromLatin1(header).section(u';', 0, 0).trimmed(); }

/// Returns the media type object that covers a media type, which may be a range such as `image/*`.
std::optional<QJsonObject> covering(const QJsonObject &content, const QString &type)
{
    const QString family = type.section(u'/', 0, 0) + u"/*"_s;
    for (const QString &key : {type, family, u"*/*"_s}) {
        if (content.contains(key))
            return content[key].toObject();
    }
    return std::nullopt;
}

/// Returns the value with whole numbers that valijson can read. It takes numbers beyond 32 bits for fractions.
QJsonValue withSmallNumbers(const QJsonValue &value)
{
    constexpr qint64 most = std::numeric_limits<int>::max() - 1;
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            *member = withSmallNumbers(*member);
        return object;
    }
    if (value.isArray()) {
        QJsonArray array;
        for (const auto &item : value.toArray())
            array.append(withSmallNumbers(item));
        return array;
    }
    const bool whole = value.isDouble() && value.toInteger(0) == value.toInteger(1);
    return whole ? QJsonValue(std::clamp(value.toInteger(), -most, most)) : value;
}

QJsonValue typedValue(const QString &text, const QString &type)
{
    if (type == u"boolean"_s)
        return text == u"true"_s || text == u"1"_s;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return (type == u"integer"_s || type == u"number"_s) && isNumber ? QJsonValue(number) : QJsonValue(text);
}
}

const ApiContract &ApiContract::instance()
{
    static const ApiContract contract([] {
        QFile file(QStringLiteral(WAYMARK_OPENAPI));
        if (!file.open(QFile::ReadOnly))
            throw std::runtime_error("Cannot read " WAYMARK_OPENAPI);
        return file.readAll();
    }());
    return contract;
}

ApiContract::ApiContract(const QByteArray &document)
    : m_document(withoutDateTimes(QJsonDocument::fromJson(document).object()).toObject())
    , m_schemas(std::make_unique<Schemas>())
{
    const QJsonObject paths = m_document[u"paths"_s].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path)
        m_operations += {path.key().split(u'/'), path.value().toObject()};
    // Literal segments come first, as in the server's route tree.
    std::stable_sort(m_operations.begin(), m_operations.end(), [](const Operation &a, const Operation &b) {
        const auto variables = [](const Operation &operation) { return operation.segments.filter(u"{"_s).size(); };
        return variables(a) < variables(b);
    });
}

ApiContract::~ApiContract() = default;

QJsonObject ApiContract::operation(const SentRequest &request) const
{
    const QStringList segments = request.path.split(u'/');
    const QString method = QString::fromLatin1(request.method == "HEAD" ? "get" : request.method.toLower());
    for (const Operation &candidate : m_operations) {
        const auto fits = [](const QString &segment, const QString &pattern) {
            return pattern == segment || (pattern.startsWith(u'{') && !segment.isEmpty());
        };
        if (std::equal(segments.begin(), segments.end(), candidate.segments.begin(), candidate.segments.end(), fits))
            return candidate.methods[method].toObject(); // empty: 405
    }
    return {};
}

QString ApiContract::violation(const SentRequest &request, const Answer &answer) const
{
    const QJsonObject operation = this->operation(request);
    if (operation.isEmpty() || answer.status == 0)
        return {};
    QString found = request.method == "HEAD" && answer.status < 400 ? QString() : answerViolation(operation, answer);
    if (found.isEmpty() && answer.status >= 200 && answer.status < 300)
        found = requestViolation(operation, request);
    return found.isEmpty()
        ? found
        : u"%1 %2 answered %3 and contradicts openapi.json: %4"_s.arg(QString::fromLatin1(request.method), request.path,
                                                                      QString::number(answer.status), found);
}

QString ApiContract::webhookViolation(const QJsonObject &message) const
{
    const QString type = message[u"type"_s].toString();
    const QJsonValue webhook = m_document[u"webhooks"_s][type];
    if (webhook.isUndefined())
        return u"The webhook %1 is not named in openapi.json."_s.arg(type);
    const QJsonValue content = webhook[u"post"_s][u"requestBody"_s][u"content"_s][u"application/json"_s];
    const QString found = violation(content[u"schema"_s].toObject(), message);
    return found.isEmpty() ? found : u"The webhook %1 contradicts openapi.json: %2"_s.arg(type, found);
}

QString ApiContract::answerViolation(const QJsonObject &operation, const Answer &answer) const
{
    const QJsonObject responses = operation[u"responses"_s].toObject();
    const QString range = QString::number(answer.status / 100) + u"XX"_s;
    QJsonValue named = responses[QString::number(answer.status)];
    if (named.isUndefined())
        named = responses[range];
    if (named.isUndefined())
        return u"the status is not named. %1"_s.arg(QString::fromUtf8(answer.body.left(300)));
    const QJsonObject response = resolved(m_document, named.toObject());
    const QJsonObject headers = response[u"headers"_s].toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        const bool required = resolved(m_document, header->toObject())[u"required"_s].toBool();
        if (required && answer.header(header.key().toLatin1()).isEmpty())
            return u"the header %1 is missing"_s.arg(header.key());
    }
    const QJsonObject content = response[u"content"_s].toObject();
    if (answer.body.isEmpty() || !answer.header("Content-Encoding").isEmpty())
        return {};
    const QString type = mediaType(answer.header("Content-Type"));
    if (type == "text/csv"_L1 && response[u"x-csv"_s].toBool())
        return {};
    const auto media = covering(content, type);
    if (!media)
        return u"the content type %1 is not named"_s.arg(type);
    if (!media->contains(u"schema"_s))
        return {};
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    QString wrong = violation((*media)[u"schema"_s].toObject(), body);
    if (const QStringList empty = emptyMembers(body); wrong.isEmpty() && !empty.isEmpty())
        wrong = u"the members %1 are empty and not absent"_s.arg(empty.join(u", "_s));
    return wrong.isEmpty() ? wrong : wrong + u" in "_s + QString::fromUtf8(answer.body.left(600));
}

QString ApiContract::requestViolation(const QJsonObject &operation, const SentRequest &request) const
{
    if (const QString wrong = queryViolation(operation, request.query); !wrong.isEmpty())
        return wrong;
    const QJsonObject body = resolved(m_document, operation[u"requestBody"_s].toObject());
    if (request.body.isEmpty() || (body.isEmpty() && request.body == "{}")) // no body
        return {};
    const QString type = mediaType(request.contentType);
    const auto media = covering(body[u"content"_s].toObject(), type);
    if (!media)
        return u"a body of the type %1 was accepted, which is not named"_s.arg(type);
    if (!media->contains(u"schema"_s))
        return {};
    const QString wrong = violation((*media)[u"schema"_s].toObject(), QJsonDocument::fromJson(request.body).object());
    return wrong.isEmpty() ? wrong : u"the body was accepted, but "_s + wrong;
}

QString ApiContract::queryViolation(const QJsonObject &operation, const QByteArray &query) const
{
    const QJsonArray parameters = operation[u"parameters"_s].toArray();
    for (const auto &[name, value] : QUrlQuery(QString::fromLatin1(query)).queryItems(QUrl::FullyDecoded)) {
        const auto known =
            std::find_if(parameters.begin(), parameters.end(), [&name = name](const QJsonValue &parameter) {
                return parameter[u"in"_s].toString() == u"query"_s && parameter[u"name"_s].toString() == name;
            });
        if (known == parameters.end())
            continue; // the routes of OAuth ignore unknown parameters, and all other routes refuse them
        const QJsonObject schema = (*known)[u"schema"_s].toObject();
        if (value.isEmpty())
            continue;
        const QString wrong = violation(schema, typedValue(value, schema[u"type"_s].toString()));
        if (!wrong.isEmpty())
            return u"the parameter %1 was accepted, but %2"_s.arg(name, wrong);
    }
    return {};
}

QString ApiContract::violation(const QJsonObject &schema, const QJsonValue &value) const
{
    const QByteArray key = QJsonDocument(schema).toJson(QJsonDocument::Compact);
    const std::lock_guard guard(m_schemas->lock);
    std::shared_ptr<valijson::Schema> &parsed = m_schemas->parsed[key];
    if (!parsed) {
        const QJsonObject whole{{u"allOf"_s, QJsonArray{schema}}, {u"components"_s, m_document[u"components"_s]}};
        parsed = std::make_shared<valijson::Schema>();
        const QJsonValue root = whole;
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson::adapters::QtJsonAdapter(root), *parsed);
    }
    valijson::ValidationResults results;
    const QJsonValue small = withSmallNumbers(value);
    if (m_schemas->validator.validate(*parsed, valijson::adapters::QtJsonAdapter(small), &results))
        return {};
    return describe(results);
}
