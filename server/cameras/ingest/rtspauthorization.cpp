// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/rtspauthorization.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace {
/// Returns the hash of a Digest algorithm, or nothing if it is not supported.
std::optional<QCryptographicHash::Algorithm> hashOf(QByteArray algorithm)
{
    algorithm = algorithm.toLower();
    if (algorithm.endsWith("-sess"))
        algorithm.chop(5);
    if (algorithm == "sha-256")
        return QCryptographicHash::Sha256;
    if (algorithm.isEmpty() || algorithm == "md5")
        return QCryptographicHash::Md5;
    return std::nullopt;
}

QByteArray quoted(QByteArray text) { return '"' + text.replace('\\', "\\\\").replace('"', "\\\"") + '"'; }

/// Reads the parts of a header field: tokens, quoted strings, and separators.
class Scanner
{
public:
    explicit Scanner(const QByteArray &text)
        : m_text(text)
    {
    }
    void skip(QByteArrayView characters)
    {
        while (m_at < m_text.size() && characters.contains(m_text[m_at]))
            ++m_at;
    }
    bool take(char character)
    {
        if (m_at >= m_text.size() || m_text[m_at] != character)
            return false;
        ++m_at;
        return true;
    }
    QByteArray token()
    {
        const auto from = m_at;
        while (m_at < m_text.size() && !QByteArrayView(" \t,=\"").contains(m_text[m_at]))
            ++m_at;
        return m_text.mid(from, m_at - from);
    }
    QByteArray value()
    {
        if (!take('"'))
            return token();
        QByteArray value;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            value += m_text[m_at++];
        }
        take('"');
        return value;
    }
    bool atEnd() const { return m_at >= m_text.size(); }

private:
    const QByteArray &m_text;
    qsizetype m_at = 0;
};
}

RtspAuthorization::RtspAuthorization(const QString &username, const QString &password)
    : m_username(username.toUtf8())
    , m_password(password.toUtf8())
{
}

int RtspAuthorization::Challenge::strength() const
{
    if (scheme == "basic")
        return 1;
    const auto hash = hashOf(values.value("algorithm"));
    if (scheme != "digest" || !hash || !values.contains("nonce"))
        return 0;
    return *hash == QCryptographicHash::Sha256 ? 3 : 2;
}

QList<RtspAuthorization::Challenge> RtspAuthorization::parse(const QByteArray &field)
{
    QList<Challenge> challenges;
    Scanner scanner(field);
    while (scanner.skip(" \t,"), !scanner.atEnd()) {
        const QByteArray name = scanner.token().toLower();
        scanner.skip(" \t");
        if (!scanner.take('=')) {
            if (name.isEmpty())
                break; // malformed
            challenges += Challenge{name, {}};
        } else if (!challenges.isEmpty()) {
            scanner.skip(" \t");
            challenges.last().values.insert(name, scanner.value());
        }
    }
    return challenges;
}

bool RtspAuthorization::challenge(const QByteArrayList &fields)
{
    if (m_username.isEmpty() && m_password.isEmpty())
        return false;
    std::optional<Challenge> best;
    for (const QByteArray &field : fields) {
        for (const Challenge &offered : parse(field)) {
            if (offered.strength() > (best ? best->strength() : 0))
                best = offered;
        }
    }
    if (!best)
        return false;
    // Another attempt makes sense only if the server says that the old nonce is stale.
    const bool isStale = best->values.value("stale").toLower() == "true";
    if (m_challenge && !isStale)
        return false;
    m_challenge = best;
    m_count = 0;
    return true;
}

QByteArray RtspAuthorization::field(const QByteArray &method, const QByteArray &uri)
{
    if (!m_challenge)
        return {};
    if (m_challenge->scheme == "basic")
        return "Basic " + (m_username + ':' + m_password).toBase64();
    return digest(method, uri);
}

QByteArray RtspAuthorization::digest(const QByteArray &method, const QByteArray &uri)
{
    const auto &values = m_challenge->values;
    const QByteArray algorithm = values.value("algorithm");
    const auto hash = [kind = *hashOf(algorithm)](const QByteArray &text) {
        return QCryptographicHash::hash(text, kind).toHex();
    };
    const QByteArray realm = values.value("realm");
    const QByteArray nonce = values.value("nonce");
    const QByteArray count = QByteArray::number(++m_count, 16).rightJustified(8, '0');
    quint64 random[2];
    QRandomGenerator::system()->fillRange(random);
    const QByteArray cnonce = QByteArray::number(random[0], 16) + QByteArray::number(random[1], 16);

    QByteArray secret = hash(m_username + ':' + realm + ':' + m_password);
    if (algorithm.toLower().endsWith("-sess"))
        secret = hash(secret + ':' + nonce + ':' + cnonce);
    const QByteArray request = hash(method + ':' + uri);
    QByteArrayList offered;
    for (const QByteArray &qop : values.value("qop").split(','))
        offered += qop.trimmed().toLower();
    const bool hasQop = offered.contains("auth");
    const QByteArray response = hasQop ? hash(secret + ':' + nonce + ':' + count + ':' + cnonce + ":auth:" + request)
                                       : hash(secret + ':' + nonce + ':' + request);

    QByteArray field = "Digest username=" + quoted(m_username) + ", realm=" + quoted(realm) + ", nonce=" + quoted(nonce)
        + ", uri=" + quoted(uri) + ", response=\"" + response + '"';
    if (!algorithm.isEmpty())
        field += ", algorithm=" + algorithm;
    if (hasQop)
        field += ", qop=auth, nc=" + count;
    if (hasQop || algorithm.toLower().endsWith("-sess"))
        field += ", cnonce=\"" + cnonce + '"';
    if (values.contains("opaque"))
        field += ", opaque=" + quoted(values.value("opaque"));
    return field;
}
