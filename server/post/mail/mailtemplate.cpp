// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/post/mail/mailtemplate.h"

#include <QFile>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QStringList>

#include <kainjow/mustache.hpp>

#include <stdexcept>

using namespace Qt::StringLiterals;
namespace mustache = kainjow::mustache;

namespace {
constexpr char fonts[] = "-apple-system,'Segoe UI',Roboto,'Noto Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK "
                         "SC',Arial,sans-serif";

struct Fact
{
    QString label;
    QString value;
};

struct Block
{
    enum class Kind { Paragraph, Code, Facts };
    Kind kind = Kind::Paragraph;
    QString text;
    QList<Fact> facts;
};

struct Letter
{
    QString subject;
    QList<Block> blocks;
};

QString suffix(const QString &locale) { return languageFile(MailTemplate::languageOf(locale)); }

/// Without the lines that begin with `#`.
QString resource(const QString &name)
{
    QFile file(u":/waymark/mail/"_s + name);
    if (!file.open(QFile::ReadOnly))
        throw std::runtime_error("the mail resource " + name.toStdString() + " is missing");
    QString text;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.startsWith(u'#'))
            text += line + u'\n';
    }
    return text.trimmed();
}

/// As plain text: whoever makes HTML of it escapes it then, once.
QString filled(const QString &text, const MailTemplate::Values &values)
{
    mustache::data data;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const std::string line = it.value().simplified().toStdString();
        // An empty string would count as there in a section.
        data.set(it.key().toStdString(), line.empty() ? mustache::data(false) : mustache::data(line));
    }
    mustache::mustache body(text.toStdString());
    body.set_custom_escape([](const std::string &value) { return value; });
    return QString::fromStdString(body.render(data));
}

/// Parted before the values are filled in, so that none of them can pass for a label.
Block factsOf(const QStringList &lines, const MailTemplate::Values &values)
{
    Block block;
    block.kind = Block::Kind::Facts;
    static const QRegularExpression parts(u"^\\| (.+?)[:：] *(.*)$"_s);
    for (const QString &line : lines) {
        const auto match = parts.match(line);
        const QString value = filled(match.captured(2), values);
        if (!value.isEmpty())
            block.facts += Fact{match.captured(1), value};
    }
    return block;
}

QList<Block> blocksOf(const QString &text, const MailTemplate::Values &values)
{
    QList<Block> blocks;
    for (const QString &part : text.split(u"\n\n"_s, Qt::SkipEmptyParts)) {
        const QStringList lines = part.split(u'\n', Qt::SkipEmptyParts);
        Block block;
        if (part.startsWith(u"| "_s)) {
            block = factsOf(lines, values);
        } else {
            const bool code = part.startsWith(u"= "_s);
            block.kind = code ? Block::Kind::Code : Block::Kind::Paragraph;
            block.text = filled(code ? part.sliced(2) : lines.join(u' '), values).trimmed();
        }
        if (!block.text.isEmpty() || !block.facts.isEmpty())
            blocks += block;
    }
    return blocks;
}

Letter letterOf(const QString &name, const MailTemplate::Values &values)
{
    const QString text = resource(name);
    const qsizetype end = text.indexOf(u'\n');
    return {filled(text.left(end), values), blocksOf(text.sliced(end + 1), values)};
}

QString plainText(const QList<Block> &blocks)
{
    QStringList parts;
    for (const Block &block : blocks) {
        QStringList facts;
        for (const Fact &fact : block.facts)
            facts += u"    %1: %2"_s.arg(fact.label, fact.value);
        const QString indent = block.kind == Block::Kind::Code ? u"    "_s : QString();
        parts += block.kind == Block::Kind::Facts ? facts.join(u'\n') : indent + block.text;
    }
    return parts.join(u"\n\n"_s);
}

mustache::list dataOf(const QList<Block> &blocks)
{
    mustache::list list;
    for (const Block &block : blocks) {
        mustache::list facts;
        for (const Fact &fact : block.facts)
            facts.push_back(mustache::object{{"label", fact.label.toStdString()}, {"value", fact.value.toStdString()}});
        list.push_back(mustache::object{{"isParagraph", block.kind == Block::Kind::Paragraph},
                                        {"isCode", block.kind == Block::Kind::Code},
                                        {"isFacts", block.kind == Block::Kind::Facts},
                                        {"text", block.text.toStdString()},
                                        {"facts", facts}});
    }
    return list;
}

/// What mail programs show of it beside the subject: the first line that is no greeting.
QString previewOf(const QList<Block> &blocks) { return blocks.value(1).text; }

QString html(const Letter &letter, const QList<Block> &footer, const QString &locale)
{
    mustache::data data;
    const PageLanguage language = MailTemplate::languageOf(locale);
    data.set("lang", languageTag(language).toStdString());
    data.set("dir", writingDirection(language).toStdString());
    data.set("start", language == PageLanguage::Arabic ? "right" : "left");
    data.set("fonts", mustache::data(mustache::partial([] { return std::string(fonts); })));
    data.set("subject", letter.subject.toStdString());
    data.set("preview", previewOf(letter.blocks).toStdString());
    data.set("blocks", mustache::data(dataOf(letter.blocks)));
    data.set("footer", mustache::data(dataOf(footer)));
    mustache::mustache layout(resource(u"layout.html"_s).toStdString());
    return QString::fromStdString(layout.render(data));
}
}

Mail MailTemplate::mail(Kind kind, const QString &to, const QString &locale, const Values &values)
{
    const QString name = QString::fromLatin1(QMetaEnum::fromType<Kind>().valueToKey(int(kind))).toLower();
    const Letter letter = letterOf(u"%1.%2.mail"_s.arg(name, suffix(locale)), values);
    const QList<Block> footer = blocksOf(resource(u"footer.%1.mail"_s.arg(suffix(locale))), {});
    Mail mail;
    mail.to = to;
    mail.subject = letter.subject;
    // RFC 3676, 4.3: what follows the signature's mark is no part of the message.
    mail.text = plainText(letter.blocks) + u"\n\n-- \nWaymark\n"_s + plainText(footer) + u'\n';
    mail.html = html(letter, footer, locale);
    return mail;
}

QString MailTemplate::headline(const QString &type, const QString &locale, Values values)
{
    static const QRegularExpression line(u"^(\\S+) = (.*)$"_s, QRegularExpression::MultilineOption);
    QHash<QString, QString> texts;
    for (auto lines = line.globalMatch(resource(u"headlines.%1.txt"_s.arg(suffix(locale)))); lines.hasNext();) {
        const auto match = lines.next();
        texts.insert(match.captured(1), match.captured(2));
    }
    QString &label = values[u"label"_s];
    label = texts.value(u"label."_s + label, label.left(1).toUpper() + label.mid(1));
    return filled(texts.value(type, u"{{title}}"_s), values);
}

QString MailTemplate::textMessage(const QString &code, const QString &locale)
{
    return filled(resource(u"textcode.%1.txt"_s.arg(suffix(locale))), {{u"code"_s, code}});
}
