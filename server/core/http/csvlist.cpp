// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/csvlist.h"

#include "models/core/resource.h"
#include "server/core/base/durablefile.h"
#include "server/core/base/spoolfile.h"
#include "server/core/http/paging.h"
#include "server/core/http/quality.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// OWASP, CSV injection.
constexpr QByteArrayView formulas = "=+-@\t\r";

constexpr qsizetype mostInMemory = 1 << 20; // bytes

/// The rows of a list, which are read page by page.
class Rows
{
public:
    Rows(const Request &request, const Route &route, CsvList::Page page)
        : m_request(request)
        , m_page(std::move(page))
    {
        for (const Resource::Field &field : Resource::fieldsOf(*route.reply).all) {
            if (field.json)
                m_names += field.name;
        }
        m_cursor = request.query.queryItemValue(u"cursor"_s, QUrl::FullyDecoded);
        for (const QString &name : {u"page"_s, u"pagesize"_s, u"cursor"_s, u"count"_s})
            m_request.query.removeAllQueryItems(name);
    }

    bool isOver() const { return m_over; }
    QByteArray header() const { return m_names.join(',') + "\r\n"; }
    /// Returns the rows of the next page.
    QByteArray next()
    {
        Request request = m_request;
        request.query.addQueryItem(u"pagesize"_s, QString::number(PageRequest::largestPage));
        if (!m_cursor.isEmpty())
            request.query.addQueryItem(u"cursor"_s, m_cursor);
        const QJsonObject page = QJsonDocument::fromJson(m_page(request).body).object();
        QByteArray rows;
        for (const QJsonValue &item : page.value("items"_L1).toArray()) {
            const QJsonObject row = item.toObject();
            for (qsizetype i = 0; i < m_names.size(); ++i)
                rows += (i > 0 ? "," : "") + CsvList::field(row.value(QLatin1StringView(m_names[i])));
            rows += "\r\n";
            ++m_count;
        }
        m_cursor = page.value("next_cursor"_L1).toString();
        m_over = m_cursor.isEmpty() || m_count >= CsvList::mostRows;
        return rows;
    }

private:
    Request m_request;
    CsvList::Page m_page;
    QByteArrayList m_names;
    QString m_cursor;
    int m_count = 0;
    bool m_over = false;
};

/// A long list while the client reads it.
class ListFile : public SpoolFile
{
public:
    explicit ListFile(const CsvList::Keeping &keeping)
        : SpoolFile(keeping.folder)
        , m_place(keeping.place)
    {
    }
    void add(const QByteArray &text)
    {
        if (!append(text))
            throw StorageError("Cannot write a list: " + errorString().toStdString());
    }

private:
    const std::shared_ptr<void> m_place;
};

/// How much a client wants a media type (RFC 9110, 12.5.1).
struct Wish
{
    double weight = 0;
    int exactness = -1; ///< 0 for any type, 1 for any subtype, 2 for the type itself
    qsizetype place = 0; ///< of the range in the header

    void consider(const Wish &other)
    {
        if (other.exactness > exactness)
            *this = other;
    }
};
}

bool CsvList::isWanted(const Request &request, const Route &route)
{
    if (!route.list || !route.reply || route.method != Method::Get)
        return false;
    Wish csv; // nobody means CSV by a range of types
    Wish json;
    const QByteArrayList ranges = request.headers.value("Accept").toLower().split(',');
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        const QByteArray type = before(ranges[i], ';').trimmed();
        const double weight = weightOf(ranges[i]);
        if (type == "text/csv")
            csv.consider({weight, 2, i});
        else if (type == "application/json")
            json.consider({weight, 2, i});
        else if (type == "application/*")
            json.consider({weight, 1, i});
        else if (type == "*/*")
            json.consider({weight, 0, i});
    }
    return csv.weight > json.weight || (csv.weight > 0 && csv.weight == json.weight && csv.place < json.place);
}

Reply CsvList::reply(const Request &request, const Route &route, const Page &page, const Keeping &keeping)
{
    const QByteArray type = "text/csv; charset=utf-8; header=present";
    Rows rows(request, route, page);
    QByteArray text = rows.header();
    while (!rows.isOver() && text.size() <= mostInMemory)
        text += rows.next();
    Reply reply;
    if (rows.isOver()) {
        reply.body = text;
        reply.contentType = type;
    } else {
        const auto file = std::make_shared<ListFile>(keeping);
        file->add(text);
        while (!rows.isOver())
            file->add(rows.next());
        file->seek(0);
        file->moveToThread(nullptr);
        reply = Reply::streamed(file, type, file->size());
    }
    const QByteArray name = request.path.mid(request.path.lastIndexOf('/') + 1);
    reply.headers.append("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    reply.headers.append("Vary", "Accept");
    return reply;
}

QByteArray CsvList::field(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (value.isBool() || value.isDouble())
        return value.toVariant().toString().toUtf8();
    QByteArray text = value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)
        : value.isArray()              ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                                       : value.toString().toUtf8();
    if (!text.isEmpty() && formulas.contains(text.front()))
        text.prepend('\'');
    if (!std::ranges::any_of(text, [](char c) { return c == '"' || c == ',' || c == '\n' || c == '\r'; }))
        return text;
    return '"' + text.replace('"', "\"\"") + '"';
}
