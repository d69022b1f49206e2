// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/onvif/soap.h"

#include <QCryptographicHash>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {
constexpr int deepest = 32; // levels of elements
constexpr int mostElements = 5000;

Soap::Element read(QXmlStreamReader &xml, int depth, int &count)
{
    Soap::Element element{xml.name().toString(), {}};
    for (const QXmlStreamAttribute &attribute : xml.attributes())
        element.attributes.emplace_back(attribute.name().toString(), attribute.value().toString());
    if (depth > deepest || ++count > mostElements)
        xml.raiseError(u"too large"_s);
    while (!xml.atEnd() && !xml.hasError()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            element.children += read(xml, depth + 1, count);
            break;
        case QXmlStreamReader::Characters:
            element.text += xml.text();
            break;
        case QXmlStreamReader::EndElement:
            element.text = element.text.trimmed();
            return element;
        default:
            break;
        }
    }
    return element;
}

void collect(const Soap::Element &in, const QString &name, QList<Soap::Element> &found)
{
    for (const Soap::Element &child : in.children) {
        if (child.name == name)
            found += child;
        collect(child, name, found);
    }
}
}

QList<Soap::Element> Soap::Element::all(const QString &wanted) const
{
    QList<Element> found;
    collect(*this, wanted, found);
    return found;
}

Soap::Element Soap::Element::find(const QString &path) const
{
    Element at = *this;
    for (const QString &step : path.split(u'/'))
        at = at.all(step).value(0);
    return at;
}

QString Soap::Element::attribute(const QString &wanted) const
{
    for (const auto &[key, value] : attributes) {
        if (key == wanted)
            return value;
    }
    return {};
}

Soap::Element Soap::parse(const QByteArray &bytes)
{
    QXmlStreamReader xml(bytes);
    Element root;
    int count = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD)
            return {};
        if (token == QXmlStreamReader::StartElement)
            root = read(xml, 0, count);
    }
    return xml.hasError() ? Element() : root;
}

QByteArray Soap::envelope(const QByteArray &header, const QByteArray &body)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
           "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header>"
        + header + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
}

QByteArray Soap::passwordDigest(const QByteArray &nonce, const QByteArray &created, const QString &password)
{
    return QCryptographicHash::hash(nonce + created + password.toUtf8(), QCryptographicHash::Sha1).toBase64();
}

QByteArray Soap::usernameToken(const QString &username, const QString &password, const QDateTime &time,
                               const QByteArray &nonce)
{
    const QByteArray created = time.toUTC().toString(Qt::ISODate).toLatin1();
    const QByteArray security = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    return "<Security xmlns=\"" + security + "wssecurity-secext-1.0.xsd\" s:mustUnderstand=\"1\"><UsernameToken>"
        + "<Username>" + username.toHtmlEscaped().toUtf8() + "</Username><Password Type=\"" + security
        + "username-token-profile-1.0#PasswordDigest\">" + passwordDigest(nonce, created, password)
        + "</Password><Nonce EncodingType=\"" + security + "soap-message-security-1.0#Base64Binary\">"
        + nonce.toBase64() + "</Nonce><Created xmlns=\"" + security + "wssecurity-utility-1.0.xsd\">" + created
        + "</Created></UsernameToken></Security>";
}
