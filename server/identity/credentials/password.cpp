// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/password.h"

#include "models/core/resource.h"
#include "server/core/http/problem.h"

#include <QJsonDocument>

#include <sodium.h>
#include <zxcvbn.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
// Parameters of OWASP's Password Storage Cheat Sheet: 19 MiB, two passes.
constexpr unsigned long long passes = 2;
constexpr size_t memory = 19 * 1024 * 1024;
constexpr double guessesPerSecond = 1e4;
constexpr qsizetype longestEstimated = 100; // zxcvbn takes quadratic time; the first 100 characters decide

constexpr qsizetype longestNormalized = 4000; // UTF-16 code units; the models allow 1000 characters
constexpr qsizetype leastCharacters = 8; // a shorter password is fair at best
constexpr int fair = 2;

/// Returns the password in the form that is hashed, so that it does not depend on how a keyboard composes characters:
/// every space is U+0020 (RFC 8265, 4.2.2), and equivalent and compatible characters are the same (NFKC, as RFC 4013).
///
/// A password that no account can have is kept as it is, because its normalization takes quadratic time.
QString prepared(QString password)
{
    if (password.size() > longestNormalized)
        return password;
    for (QChar &c : password) {
        if (c.category() == QChar::Separator_Space)
            c = u' ';
    }
    return password.normalized(QString::NormalizationForm_KC);
}

/// Returns one byte for each character. zxcvbn counts bytes, and would take a word of another script for one of two or
/// three times its length. The lower bits of a character are kept, so that sequences and repetitions are still found.
QByteArray estimated(const QString &text)
{
    QByteArray bytes;
    for (const char32_t c : text.toUcs4())
        bytes += c < 0x80 ? char(c) : char(0x80 | (c & 0x7f));
    return bytes;
}

QString adviceFor(ZxcTypeMatch_t type)
{
    switch (type & ~MULTIPLE_MATCH) {
    case DICTIONARY_MATCH:
    case DICT_LEET_MATCH:
        return u"common"_s;
    case USER_MATCH:
    case USER_LEET_MATCH:
        return u"personal"_s;
    case REPEATS_MATCH:
        return u"repeats"_s;
    case SEQUENCE_MATCH:
        return u"sequence"_s;
    case SPATIAL_MATCH:
        return u"keyboard"_s;
    case DATE_MATCH:
    case YEAR_MATCH:
        return u"date"_s;
    default:
        return {};
    }
}

QStringList feedbackFor(const ZxcMatch_t *matches, qsizetype length)
{
    QStringList feedback;
    if (length < 10)
        feedback += u"too_short"_s;
    for (; matches; matches = matches->Next) {
        if (const QString advice = adviceFor(matches->Type); !advice.isEmpty() && !feedback.contains(advice))
            feedback += advice;
    }
    feedback += u"add_words"_s;
    return feedback;
}

int scoreFor(double guessesLog10)
{
    constexpr double limits[] = {3, 6, 8, 10};
    return int(
        std::count_if(std::begin(limits), std::end(limits), [&](double limit) { return guessesLog10 >= limit; }));
}
}

QString Password::hash(const QString &password)
{
    const QByteArray text = prepared(password).toUtf8();
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(hash, text.constData(), static_cast<unsigned long long>(text.size()), passes, memory) != 0)
        throw std::runtime_error("out of memory while hashing a password");
    return QString::fromLatin1(hash);
}

bool Password::matches(const QString &password, const QString &hash)
{
    const QByteArray text = prepared(password).toUtf8();
    return crypto_pwhash_str_verify(hash.toLatin1().constData(), text.constData(),
                                    static_cast<unsigned long long>(text.size()))
        == 0;
}

void Password::matchesNothing(const QString &password)
{
    static const QString nobodys = hash(u"nobody's"_s);
    matches(password, nobodys);
}

PasswordStrength Password::strength(const QString &password, const QStringList &userInputs)
{
    QByteArrayList words;
    for (const QString &input : userInputs)
        words += estimated(prepared(input).toLower());
    QList<const char *> dictionary;
    for (const QByteArray &word : std::as_const(words))
        dictionary += word.constData();
    dictionary += nullptr;

    ZxcMatch_t *matches = nullptr;
    const QByteArray text = estimated(prepared(password));
    const double bits = ZxcvbnMatch(text.left(longestEstimated).constData(), dictionary.data(), &matches);
    const double guessesLog10 = bits * std::log10(2.0);
    PasswordStrength strength;
    strength.score = scoreFor(guessesLog10);
    if (text.size() < leastCharacters)
        strength.score = std::min(strength.score, fair);
    strength.strength = PasswordStrength::Level(strength.score);
    strength.crackTime = std::round(std::min(std::pow(10, guessesLog10) / guessesPerSecond, 1e15) * 1000) / 1000;
    if (strength.score < 4)
        strength.feedback = feedbackFor(matches, text.size());
    ZxcvbnFreeInfo(matches);
    return strength;
}

void Password::requireStrong(const QString &pointer, const QString &password, const QStringList &userInputs)
{
    const PasswordStrength estimate = strength(password, userInputs);
    if (estimate.strength >= PasswordStrength::Level::Strong)
        return;
    throw Problem::invalid(pointer, u"weak"_s, u"The password is too easy to guess."_s)
        .with(u"password_strength"_s, QJsonDocument::fromJson(toJson(estimate)).object());
}
