// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/csvlist.h"

#include "models/core/resource.h"
#include "server/core/base/durablefile.h"
#include "server/core/base/spoolfile.h"
#include "server/core/http/contentcoding.h"
#include "server/core/http/heldstream.h"
#include "server/core/http/paging.h"
#include "server/core/http/quality.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// OWASP, CSV injection.
constexpr QByteArrayView formulas = "=+-@\t\r";

constexpr std::chrono::seconds shortly{2};
constexpr qsizetype mostInMemory = 1 << 20; // bytes

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

/// The rows of a list, which are read page by page.
class CsvList::Making::Rows
{
public:
    Rows(const Request &request, const Route &route)
        : m_request(request)
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
    QByteArray next(const Page &pageOf)
    {
        Request request = m_request;
        request.query.addQueryItem(u"pagesize"_s, QString::number(PageRequest::largestPage));
        if (!m_cursor.isEmpty())
            request.query.addQueryItem(u"cursor"_s, m_cursor);
        const QJsonObject page = QJsonDocument::fromJson(pageOf(request).body).object();
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
    QByteArrayList m_names;
    QString m_cursor;
    int m_count = 0;
    bool m_over = false;
};

/// A long list while the client reads it.
class CsvList::Making::File : public SpoolFile, public HeldStream
{
public:
    File(const CsvList::Keeping &keeping, bool isCoded)
        : SpoolFile(keeping.space, keeping.holder)
        , m_place(keeping.places.reading)
    {
        moveToThread(nullptr); // each page may be written by another thread
        if (isCoded)
            m_gzip = std::make_unique<ContentCoding::Gzip>();
    }
    void add(const QByteArray &text, bool isLast)
    {
        const bool isKept = append(m_gzip ? m_gzip->coded(text, isLast) : text);
        if (isLast)
            m_gzip.reset(); // the client may take its time to read
        if (refusal() == Refusal::Budget)
            throw Problem::unavailable(u"busy"_s, u"Too many lists wait for their clients. Try again later."_s,
                                       shortly);
        if (!isKept)
            throw StorageError("Cannot write a list: " + errorString().toStdString());
        if (isLast)
            share().expect(size());
    }
    bool mustGiveWay() const override { return share().mustGiveWay(); }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 read = SpoolFile::readData(data, size);
        share().moved(std::max<qint64>(0, read));
        return read;
    }

private:
    const std::shared_ptr<void> m_place;
    std::unique_ptr<ContentCoding::Gzip> m_gzip; ///< null: not compressed
};

CsvList::Making::Making(const Request &request, const Route &route, Keeping keeping)
    : m_path(request.path)
    , m_takesGzip(ContentCoding::takesGzip(request))
    , m_keeping(std::move(keeping))
    , m_rows(std::make_unique<Rows>(request, route))
    , m_text(m_rows->header())
{
}

CsvList::Making::~Making() = default;

std::optional<Reply> CsvList::Making::next(const Page &page)
{
    m_text += m_rows->next(page);
    if (!m_file && !m_rows->isOver() && m_text.size() > mostInMemory)
        m_file = std::make_shared<File>(m_keeping, m_takesGzip);
    if (m_file)
        m_file->add(std::exchange(m_text, {}), m_rows->isOver());
    if (!m_rows->isOver())
        return std::nullopt;
    // The answer alone owns the file and its place from here on, as another thread sends it.
    m_keeping.places = {};
    Reply reply;
    reply.contentType = "text/csv; charset=utf-8; header=present";
    if (const auto file = std::exchange(m_file, nullptr)) {
        file->seek(0);
        reply = Reply::streamed(file, reply.contentType, file->size());
        reply.headers.append("Vary", "Accept-Encoding");
        if (m_takesGzip)
            reply.headers.append("Content-Encoding", "gzip");
    } else {
        reply.body = m_text;
    }
    const QByteArray name = m_path.mid(m_path.lastIndexOf('/') + 1);
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
