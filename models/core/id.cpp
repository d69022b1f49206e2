// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/id.h"

#include <QDateTime>

#include <sodium.h>

#include <algorithm>
#include <atomic>

namespace {
constexpr char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int textLength = 26; // 130 bits for 128: the first character is 0 to 7

/// Returns the value of a character, or -1. Crockford's Base32 reads o as 0, and i and l as 1.
int digit(QChar c)
{
    if (c.unicode() >= 0x80) // the Kelvin sign is a k in lower case
        return -1;
    const char16_t lower = c.toLower().unicode();
    if (lower == u'o')
        return 0;
    if (lower == u'i' || lower == u'l')
        return 1;
    for (int i = 0; i < 32; ++i) {
        if (lower == char16_t(alphabet[i]))
            return i;
    }
    return -1;
}

/// Returns the milliseconds since 1970 with a 12-bit counter below them. Values are unique and increasing within the
/// process (RFC 9562, section 6.2).
quint64 nextTick()
{
    static std::atomic<quint64> last = 0;
    const auto now = quint64(QDateTime::currentMSecsSinceEpoch()) << 12;
    quint64 before = last;
    quint64 tick = 0;
    do {
        tick = std::max(now, before + 1);
    } while (!last.compare_exchange_weak(before, tick));
    return tick;
}
}

IdBits IdBits::generate()
{
    IdBits bits;
    bits.m_null = false;
    randombytes_buf(bits.m_bytes.data(), bits.m_bytes.size());
    const quint64 tick = nextTick();
    for (unsigned i = 0; i < 6; ++i)
        bits.m_bytes[i] = static_cast<unsigned char>(tick >> (52 - 8 * i));
    bits.m_bytes[6] = static_cast<unsigned char>(0x70 | (tick >> 8 & 0x0f));
    bits.m_bytes[7] = static_cast<unsigned char>(tick);
    bits.m_bytes[8] = static_cast<unsigned char>(0x80 | (bits.m_bytes[8] & 0x3f));
    return bits;
}

std::optional<IdBits> IdBits::parse(QStringView text)
{
    if (text.size() != textLength || digit(text.front()) > 7)
        return std::nullopt;
    IdBits bits;
    bits.m_null = false;
    unsigned buffer = 0;
    int held = -2; // the first character has two excess bits
    unsigned at = 0;
    for (const QChar c : text) {
        const int value = digit(c);
        if (value < 0)
            return std::nullopt;
        buffer = (buffer << 5 | unsigned(value)) & 0xfffu;
        held += 5;
        if (held >= 8) {
            held -= 8;
            bits.m_bytes[at++] = static_cast<unsigned char>(buffer >> held);
        }
    }
    return bits;
}

QString IdBits::toString() const
{
    QString text(textLength, Qt::Uninitialized);
    unsigned buffer = 0;
    int held = 2; // two leading zero bits make 130 of 128
    qsizetype at = 0;
    for (const unsigned char byte : m_bytes) {
        buffer = (buffer << 8 | byte) & 0xffffu;
        held += 8;
        while (held >= 5) {
            held -= 5;
            text[at++] = QLatin1Char(alphabet[buffer >> held & 31]);
        }
    }
    return text;
}
