// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/csvlist.h"

#include "models/core/resource.h"
#include "server/core/http/breakingstream.h"
#include "server/core/http/paging.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.http", QtInfoMsg)

/// OWASP, CSV injection.
constexpr QByteArrayView formulas = "=+-@\t\r";

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

/// The list as a stream.
class CsvStream : public QIODevice, public BreakingStream
{
public:
    CsvStream(Rows rows, QByteArray begin)
        : m_rows(std::move(rows))
        , m_text(std::move(begin))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool isIncomplete() const override { return !m_text.isEmpty() || !m_rows.isOver(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (m_text.isEmpty() && !m_rows.isOver())
            m_text = nextPage();
        const qint64 size = std::min<qint64>(most, m_text.size());
        std::copy_n(m_text.constData(), size, data);
        m_text.remove(0, size);
        if (m_text.isEmpty() && (m_rows.isOver() || m_failed))
            QMetaObject::invokeMethod(this, &QIODevice::close, Qt::QueuedConnection);
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray nextPage()
    {
        try {
            return m_failed ? QByteArray() : m_rows.next();
        } catch (const std::exception &error) {
            qCWarning(log, "A list as CSV ends early: %s", error.what());
            m_failed = true;
            return {};
        }
    }

    Rows m_rows;
    QByteArray m_text;
    bool m_failed = false;
};
}

bool CsvList::isWanted(const Request &request, const Route &route)
{
    if (!route.list || !route.reply || route.method != Method::Get)
        return false;
    const QByteArrayList ranges = request.headers.value("Accept").toLower().split(',');
    return !ranges.isEmpty() && ranges.constFirst().split(';').constFirst().trimmed() == "text/csv";
}

Reply CsvList::reply(const Request &request, const Route &route, const Page &page)
{
    Rows rows(request, route, page);
    QByteArray text = rows.header() + rows.next();
    const QByteArray type = "text/csv; charset=utf-8; header=present";
    Reply reply;
    if (route.runs == Runs::OnWorker && !rows.isOver()) {
        reply = Reply::streamed(std::make_shared<CsvStream>(std::move(rows), std::move(text)), type);
    } else {
        while (!rows.isOver())
            text += rows.next();
        reply.body = text;
        reply.contentType = type;
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
