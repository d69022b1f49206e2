// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recording/fragmentbox.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>

namespace {
/// The type of the box: a random UUID.
constexpr char type[] = "\x8d\x1f\x6b\xa4\x2c\x57\x4e\x93\xb0\x6e\x5f\x0a\x77\xd9\x1c\x42";
constexpr qsizetype typeSize = 16;
constexpr qint64 headerSize = 8; // bytes of a box's size and name
constexpr qint64 largestInit = 1 << 20; // bytes
enum Flag : uchar { Continues = 1 };

template <typename T>
void append(QByteArray &bytes, T value)
{
    const T bigEndian = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&bigEndian), sizeof(T));
}

template <typename T>
qint64 take(QByteArrayView &bytes)
{
    const T value = qFromBigEndian<T>(bytes.data());
    bytes = bytes.sliced(sizeof(T));
    return qint64(value);
}

struct BoxHeader
{
    qint64 size = 0;
    QByteArray name;
};

/// Returns nothing at the end of the file, and for a box of unlimited or 64-bit size.
std::optional<BoxHeader> headerAt(QIODevice &file, qint64 offset)
{
    if (!file.seek(offset))
        return std::nullopt;
    const QByteArray bytes = file.read(headerSize);
    if (bytes.size() < headerSize)
        return std::nullopt;
    const qint64 size = qFromBigEndian<quint32>(bytes.constData());
    return size >= headerSize ? std::optional(BoxHeader{size, bytes.sliced(4)}) : std::nullopt;
}

/// Returns whether pairs of a `moof` and an `mdat` fill the bytes from `offset` to `end`.
bool isFragment(QIODevice &file, qint64 offset, qint64 end)
{
    while (offset < end) {
        const auto moof = headerAt(file, offset);
        if (!moof || moof->name != "moof")
            return false;
        const auto mdat = headerAt(file, offset + moof->size);
        if (!mdat || mdat->name != "mdat")
            return false;
        offset += moof->size + mdat->size;
    }
    return offset == end;
}
}

QByteArray FragmentBox::toBytes() const
{
    QByteArray bytes;
    append(bytes, quint32(size));
    bytes += "uuid";
    bytes.append(type, typeSize);
    append(bytes, quint8(fragment.continues ? Continues : 0));
    append(bytes, quint8(0)); // reserved
    append(bytes, quint32(sequence >> 32));
    append(bytes, quint32(sequence));
    append(bytes, quint32(init));
    append(bytes, fragment.startMs);
    append(bytes, quint32(fragment.durationMs));
    append(bytes, quint32(fragment.bytes));
    Q_ASSERT(bytes.size() == size);
    return bytes;
}

std::optional<FragmentBox> FragmentBox::parse(QByteArrayView bytes, qint64 offset)
{
    if (bytes.size() < size || qFromBigEndian<quint32>(bytes.data()) != size || bytes.sliced(4, 4) != "uuid"
        || bytes.sliced(headerSize, typeSize) != QByteArrayView(type, typeSize))
        return std::nullopt;
    bytes = bytes.sliced(headerSize + typeSize);
    FragmentBox box;
    box.fragment.continues = take<quint8>(bytes) & Continues;
    take<quint8>(bytes);
    box.sequence = take<quint32>(bytes) << 32;
    box.sequence |= take<quint32>(bytes);
    box.init = take<quint32>(bytes);
    box.fragment.startMs = take<qint64>(bytes);
    box.fragment.durationMs = take<quint32>(bytes);
    box.fragment.bytes = take<quint32>(bytes);
    box.fragment.offset = offset;
    return box;
}

FileScan FragmentBox::scan(QIODevice &file, qint64 offset)
{
    FileScan scan;
    while (file.seek(offset)) {
        const QByteArray head = file.read(size);
        if (const auto hole = FileHole::parse(head, offset); hole && hole->endOffset() <= file.size()) {
            scan.holes += *hole;
            offset = hole->endOffset();
            continue;
        }
        const auto box = parse(head, offset);
        if (!box || box->fragment.bytes <= size || box->fragment.endOffset() > file.size()
            || !isFragment(file, offset + size, box->fragment.endOffset()))
            break;
        scan.boxes += *box;
        offset = box->fragment.endOffset();
    }
    return scan;
}

QByteArray FileHole::header() const
{
    QByteArray header;
    append(header, quint32(bytes));
    header += "free";
    append(header, next);
    Q_ASSERT(header.size() == headerSize);
    return header;
}

std::optional<FileHole> FileHole::parse(QByteArrayView bytes, qint64 offset)
{
    if (bytes.size() < headerSize || bytes.sliced(4, 4) != "free")
        return std::nullopt;
    FileHole hole{.offset = offset, .bytes = take<quint32>(bytes)};
    bytes = bytes.sliced(4);
    hole.next = take<qint64>(bytes);
    return hole.bytes >= headerSize ? std::optional(hole) : std::nullopt;
}

qint64 FileScan::sequenceAt(qint64 offset) const
{
    qint64 next = 0;
    for (const FragmentBox &box : boxes)
        next = box.fragment.offset < offset ? std::max(next, box.sequence + 1) : next;
    for (const FileHole &hole : holes)
        next = hole.offset < offset ? std::max(next, hole.next) : next;
    return next;
}

qint64 FileScan::endOffset() const
{
    const qint64 afterBoxes = boxes.isEmpty() ? 0 : boxes.constLast().fragment.endOffset();
    return std::max(afterBoxes, holes.isEmpty() ? 0 : holes.constLast().endOffset());
}

std::optional<qint64> FragmentBox::initBytes(QIODevice &file)
{
    const auto ftyp = headerAt(file, 0);
    if (!ftyp || ftyp->name != "ftyp")
        return std::nullopt;
    const auto moov = headerAt(file, ftyp->size);
    if (!moov || moov->name != "moov" || moov->size > largestInit || ftyp->size + moov->size > file.size())
        return std::nullopt;
    return ftyp->size + moov->size;
}
