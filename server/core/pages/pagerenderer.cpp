// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/pages/pagerenderer.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>

#include <kainjow/mustache.hpp>

#include <stdexcept>

using namespace Qt::StringLiterals;
namespace mustache = kainjow::mustache;

namespace {
QByteArray resource(const QString &name)
{
    QFile file(u":/waymark/pages/"_s + name);
    if (!file.open(QFile::ReadOnly))
        throw std::runtime_error("the page resource " + name.toStdString() + " is missing");
    return file.readAll();
}

/// Reads lines of the form `name = text`.
QHash<QString, QString> readTexts(const QString &name)
{
    QHash<QString, QString> texts;
    for (const QString &line : QString::fromUtf8(resource(name)).split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype at = line.indexOf(u" = "_s);
        if (!line.startsWith(u'#') && at > 0)
            texts.insert(line.left(at), line.mid(at + 3));
    }
    return texts;
}

/// Returns an inline part of a page as Content-Security-Policy names it.
QByteArray sourceOf(const QByteArray &part)
{
    return "'sha256-" + QCryptographicHash::hash(part, QCryptographicHash::Sha256).toBase64() + '\'';
}

mustache::data toData(const QJsonValue &value)
{
    if (value.isBool())
        return mustache::data(value.toBool());
    if (value.isArray()) {
        mustache::list list;
        const QJsonArray array = value.toArray();
        for (const auto &element : array)
            list.push_back(toData(element));
        return mustache::data(list);
    }
    if (value.isObject()) {
        mustache::object object;
        const QJsonObject members = value.toObject();
        for (auto it = members.begin(); it != members.end(); ++it)
            object.emplace(it.key().toStdString(), toData(it.value()));
        return mustache::data(object);
    }
    // An empty string would make a section visible, so it becomes false.
    const std::string text = value.toVariant().toString().toStdString();
    return text.empty() ? mustache::data(false) : mustache::data(text);
}
}

PageRenderer::PageRenderer()
    : m_style(resource(u"tokens.css"_s) + resource(u"pages.css"_s))
{
    for (const PageLanguage language : pageLanguages())
        m_texts.insert(language, readTexts(languageFile(language) + u".texts"_s));
    for (const QString &name :
         {u"layout"_s,       u"signin"_s,       u"secondfactor"_s, u"consent"_s,    u"error"_s,      u"resetrequest"_s,
          u"resetcode"_s,    u"return"_s,       u"checkout"_s,     u"docslayout"_s, u"docsindex"_s,  u"docscall"_s,
          u"docswebhooks"_s, u"docserrors"_s,   u"docsmissing"_s,  u"docsrows"_s,   u"devicecode"_s, u"logout"_s,
          u"done"_s,         u"securitykeys"_s, u"keyfields"_s})
        m_templates.insert(name, resource(name + u".html"_s));
    const QByteArray script = resource(u"webauthn.js"_s);
    m_script = QString::fromUtf8(script);
    m_styleSource = sourceOf(m_style);
    m_scriptSource = sourceOf(script);
}

QByteArray PageRenderer::file(const QString &name) { return resource(name); }

QByteArray PageRenderer::page(const QString &name, PageLanguage language, const QJsonObject &values,
                              const QString &layout) const
{
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): the analyzer loses sight of the library's unique_ptr
    mustache::data data = toData(values);
    data.set("lang", languageTag(language).toStdString());
    data.set("dir", writingDirection(language).toStdString());
    data.set("style", m_style.toStdString());
    // Set after the values, so that no value can replace the content.
    data.set("content", m_templates.value(name).toStdString());
    const Texts all = m_texts.value(language);
    for (auto it = all.begin(); it != all.end(); ++it)
        data.set("text." + it.key().toStdString(), it.value().toStdString());
    data.set("rows", m_templates.value(u"docsrows"_s).toStdString());
    data.set("keyfields", m_templates.value(u"keyfields"_s).toStdString());
    mustache::mustache whole(m_templates.value(layout).toStdString());
    return QByteArray::fromStdString(whole.render(data));
}

QString PageRenderer::text(const QString &name, PageLanguage language) const
{
    if (!hasText(name, language))
        throw std::out_of_range("unknown page text " + name.toStdString());
    return m_texts.value(language).value(name);
}

QString PageRenderer::countedText(const QString &name, PageLanguage language, qint64 count) const
{
    const QString exact = name + u'.' + pluralForm(language, count);
    const QString form = text(hasText(exact, language) ? exact : name + u".other"_s, language);
    return form.contains(u"%1"_s) ? form.arg(count) : form;
}

bool PageRenderer::hasText(const QString &name, PageLanguage language) const
{
    return m_texts.value(language).contains(name);
}
