// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/clienttext.h"

#include "models/core/emailaddress.h"
#include "models/core/jsonpointer.h"
#include "models/core/scalarcodecs.h"

#include <QFile>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using CodecLimits::fail;

namespace {
bool overridesDirection(char32_t c) { return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069); }

bool isVisible(char32_t c)
{
    constexpr char32_t blankLetters[] = {0x034f, 0x115f, 0x1160, 0x2800, 0x3164, 0xffa0};
    const bool invisible = QChar::isSpace(c) || QChar::category(c) == QChar::Other_Format
        || QChar::category(c) == QChar::Other_Control || QChar::category(c) == QChar::Other_NotAssigned;
    return !invisible && std::find(std::begin(blankLetters), std::end(blankLetters), c) == std::end(blankLetters);
}

bool isAllowed(char32_t c, bool multiLine)
{
    if (multiLine && (c == U'\n' || c == U'\t'))
        return true;
    const bool separator = c == 0x2028 || c == 0x2029; // LINE SEPARATOR, PARAGRAPH SEPARATOR
    const bool unusable = QChar::category(c) == QChar::Other_Control || QChar::isNonCharacter(c);
    return !unusable && !overridesDirection(c) && (multiLine || !separator);
}

bool isClean(const QString &text, bool multiLine)
{
    if (!text.isValidUtf16()) // half of a surrogate pair, which no database keeps
        return false;
    const auto characters = text.toUcs4();
    return std::all_of(characters.begin(), characters.end(),
                       [multiLine](char32_t c) { return isAllowed(c, multiLine); });
}

bool refuse(const QString &pointer, FieldErrors &errors)
{
    return fail(errors, pointer, u"malformed"_s,
                u"Control characters and characters that override the direction of text are not allowed."_s);
}

/// Returns whether a text may stand in a document. Lines may end with U+000D there, since nothing is changed.
bool isSound(QString text) { return isClean(text.remove(u'\r'), true); }

/// Returns the pointer to the first text of a document that is not sound, or to the object that has it as a name.
std::optional<QString> firstUnsound(const QJsonValue &value)
{
    if (value.isString())
        return isSound(value.toString()) ? std::nullopt : std::optional(QString());
    const QJsonArray items = value.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (const auto below = firstUnsound(items[i]))
            return u"/%1"_s.arg(i) + *below;
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!isSound(member.key()))
            return QString();
        if (const auto below = firstUnsound(member.value()))
            return JsonPointer::below({}, member.key()) + *below;
    }
    return std::nullopt;
}

/// Returns the number of UTF-16 code units that a text may have before it is normalized, which takes quadratic time for
/// combining characters. A character of the field has at most four of them.
qsizetype mostUnits(const Resource::Field &field)
{
    constexpr double longest = 16'000;
    constexpr double aside = 64; // white space
    return qsizetype(std::min(longest, field.max ? *field.max * 4 + aside : longest));
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

QString normal(const QString &text, bool multiLine)
{
    QString normal = text.normalized(QString::NormalizationForm_C);
    if (multiLine)
        normal.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return normal.trimmed();
}

bool isBlank(const QString &text)
{
    const auto characters = text.toUcs4();
    return std::none_of(characters.begin(), characters.end(), &isVisible);
}

/// The system's database is asked, because QTimeZone also takes POSIX rules such as `CET-1CEST` and offsets.
bool isTimeZone(const QString &name)
{
    static const QRegularExpression form(u"^[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*\\z"_s);
    static const QStringList notZones{u"Factory"_s, u"SystemV"_s};
    if (!form.match(name).hasMatch() || notZones.contains(name))
        return false;
    QFile file(u"/usr/share/zoneinfo/"_s + name);
    return file.open(QFile::ReadOnly) && file.read(4) == "TZif"; // RFC 8536, 3.1
}

/// Returns the currencies of all countries, as CLDR knows them.
const QSet<QString> &currencies()
{
    static const QSet<QString> all = [] {
        QSet<QString> codes;
        for (const QLocale &locale :
             QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
            if (const QString code = locale.currencySymbol(QLocale::CurrencyIsoCode); code.size() == 3)
                codes += code;
        }
        return codes;
    }();
    return all;
}

// The patterns of the fields refuse codes of another form.
bool isCurrency(const QString &code) { return code.size() != 3 || code.isLower() || currencies().contains(code); }

bool isCountry(const QString &code)
{
    return code.size() != 2 || QLocale::codeToTerritory(code) != QLocale::AnyTerritory;
}

struct Rule
{
    QString format;
    bool (*holds)(const QString &text);
    QString detail;
};

const QList<Rule> &rules()
{
    static const QList<Rule> all{
        {u"time-zone"_s, &isTimeZone, u"Use an IANA time zone, such as Europe/Berlin."_s},
        {u"currency"_s, &isCurrency, u"Use an ISO 4217 code, such as EUR."_s},
        {u"country"_s, &isCountry, u"Use an ISO 3166-1 code, such as DE."_s},
    };
    return all;
}
}

bool ClientText::requireSound(const QJsonValue &document, const QString &pointer, FieldErrors &errors)
{
    const auto unsound = firstUnsound(document);
    return !unsound || refuse(pointer + *unsound, errors);
}

std::optional<QString> ClientText::accepted(const Resource::Field &field, const QString &text, const QString &pointer,
                                            FieldErrors &errors)
{
    const bool password = field.format == u"password"_s;
    const bool multiLine = field.format == u"multi-line"_s;
    if (text.size() > mostUnits(field) && !isAscii(text)) {
        fail(errors, pointer, u"too_long"_s, u"The text is too long."_s);
        return std::nullopt;
    }
    const QString kept = password ? text : normal(text, multiLine);
    if (!isClean(kept, multiLine)) {
        refuse(pointer, errors);
        return std::nullopt;
    }
    if (!password && isBlank(kept))
        return QString();
    if (field.format == u"email"_s && double(kept.size()) <= field.max.value_or(std::numeric_limits<double>::max())) {
        const auto address = EmailAddress::normal(kept);
        if (!address)
            fail(errors, pointer, u"malformed"_s, u"This must be an email address, such as ada@example.org."_s);
        return address;
    }
    for (const Rule &rule : rules()) {
        if (rule.format == field.format && !rule.holds(kept)) {
            fail(errors, pointer, u"not_allowed"_s, rule.detail);
            return std::nullopt;
        }
    }
    return kept;
}
