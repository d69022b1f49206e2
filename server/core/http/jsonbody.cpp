// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/jsonbody.h"

#include "server/core/http/problem.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {
Problem malformed(const QString &why, qsizetype at)
{
    return Problem::badRequest(u"malformed_json"_s,
                               u"The request body is not valid JSON: %1 at byte %2."_s.arg(why).arg(at));
}

/// Requires that the text has few values, which Qt's parser would need far more memory for than the text itself. The
/// text need not be JSON: each value but the first follows one of the counted characters.
void requireFewValues(QByteArrayView text)
{
    constexpr qsizetype most = 100'000;
    qsizetype values = 0;
    bool inString = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"')
            inString = !inString;
        else if (inString && c == '\\')
            ++at; // the next character does not end the string
        else if (!inString && (c == ',' || c == '[' || c == '{') && ++values > most)
            throw Problem::invalid(QString(), u"too_long"_s,
                                   u"The request body must not have more than %1 values."_s.arg(most));
    }
}

/// Returns the text of a string, whose quotes are at `begin` and `end`. Two spellings of a name are the same name.
QByteArray unescaped(QByteArrayView text, qsizetype begin, qsizetype end)
{
    const QByteArray quoted = text.sliced(begin, end - begin + 1).toByteArray();
    if (!quoted.contains('\\'))
        return quoted.sliced(1, quoted.size() - 2);
    return QJsonDocument::fromJson('[' + quoted + ']').array().first().toString().toUtf8();
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Finds what Qt's parser accepts and changes: names that an object has twice, of which it keeps the last, and integers
/// that it rounds. `text` must be an array in JSON: only the structure is read.
class LossFinder
{
public:
    void require(QByteArrayView text)
    {
        for (qsizetype at = 0; at < text.size(); ++at) {
            switch (text[at]) {
            case '"':
                at = takeString(text, at);
                break;
            case '{':
                m_levels += Level{true, true, {}};
                break;
            case '[':
                m_levels += Level{false, false, {}};
                break;
            case '}':
            case ']':
                m_levels.removeLast();
                break;
            case ',':
                m_levels.last().expectsName = m_levels.last().isObject;
                break;
            default:
                if (text[at] == '-' || isDigit(text[at]))
                    at = takeNumber(text, at);
                break;
            }
        }
    }

private:
    struct Level
    {
        bool isObject;
        bool expectsName;
        QSet<QByteArray> names;
    };

    /// Returns the position of the last character.
    static qsizetype takeNumber(QByteArrayView text, qsizetype begin)
    {
        qsizetype end = begin + 1;
        while (isDigit(text[end]) || QByteArrayView(".eE+-").contains(text[end]))
            ++end;
        const QByteArray number = text.sliced(begin, end - begin).toByteArray();
        const bool isInteger = !number.contains('.') && !number.toLower().contains('e');
        bool exact = true;
        if (isInteger)
            number.toLongLong(&exact);
        else if (const double value = std::abs(number.toDouble()); value >= 0x1p53 && value < 0x1p63)
            exact = false; // Qt keeps it as an integer
        if (!exact)
            throw Problem::invalid(
                QString(), u"too_large"_s,
                u"The number %1 cannot be kept exactly."_s.arg(QString::fromLatin1(number.left(40))));
        return end - 1;
    }

    /// Returns the position of the closing quote.
    qsizetype takeString(QByteArrayView text, qsizetype begin)
    {
        qsizetype end = begin + 1;
        while (text[end] != '"')
            end += text[end] == '\\' ? 2 : 1;
        if (!m_levels.last().expectsName)
            return end;
        m_levels.last().expectsName = false;
        const QByteArray name = unescaped(text, begin, end);
        if (m_levels.last().names.contains(name))
            throw malformed(u"an object has the same name twice,"_s, begin - 1);
        m_levels.last().names += name;
        return end;
    }

    QList<Level> m_levels;
};
}

QJsonObject JsonBody::object(const QByteArray &text)
{
    requireFewValues(text);
    // Inside an array, because Qt's parser takes only objects and arrays as documents.
    const QByteArray wrapped = '[' + text + ']';
    QJsonParseError error;
    const QJsonArray values = QJsonDocument::fromJson(wrapped, &error).array();
    if (error.error != QJsonParseError::NoError)
        throw malformed(error.errorString(), std::max(0, error.offset - 1));
    if (values.size() != 1)
        throw malformed(u"there must be one value,"_s, 0);
    if (!values.first().isObject())
        throw Problem::invalid(QString(), u"wrong_type"_s, u"The request body must be a JSON object."_s);
    LossFinder().require(wrapped);
    return values.first().toObject();
}
