// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/personaldata/exportwriter.h"

#include "models/cameras/devicedata.h"
#include "models/core/times.h"
#include "models/insight/devicemark.h"
#include "server/cameras/archive/archivefiles.h"
#include "server/cameras/playback/recordedplaylist.h"
#include "server/cameras/recording/recordedfile.h"
#include "server/cameras/store/storedkeys.h"
#include "server/cameras/store/storedmedia.h"
#include "server/core/base/diskspace.h"
#include "server/core/cluster/peers.h"
#include "server/core/jobs/job.h"
#include "server/insight/marks/markfiles.h"
#include "server/support/personaldata/accounttables.h"
#include "server/support/personaldata/zipfile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
constexpr int rowsAtOnce = 200;
constexpr qint64 bytesAtOnce = 1 << 20;
constexpr qsizetype largestForeign = 64 << 20; // bytes of a file of another server, which memory must hold
constexpr qsizetype mostNamed = 1000; // of the missing files

constexpr char readMe[] =
    "This file has everything that your Waymark account holds.\n"
    "\n"
    "data/          One JSON file for each kind of object. Times are UTC (RFC 3339).\n"
    "photos-videos/ Photos and videos, by camera.\n"
    "marks/         Pictures and clips of marks, by camera.\n"
    "recordings/    Recordings as fragmented MP4 files, by camera.\n"
    "missing.json   The names of media files that are missing or incomplete, because their server\n"
    "               could not be reached, or because they were removed meanwhile.\n"
    "\n"
    "Passwords, keys, and tokens are left out.\n";

/// A row as JSON text.
class JsonRow
{
    Q_GADGET
    Q_PROPERTY(QString row MEMBER row)

public:
    QString row;
};

bool isTime(const QString &name)
{
    return name == u"at" || name.endsWith(u"_at") || name.endsWith(u"until") || name.endsWith(u"since");
}

/// Returns a value as people and programs expect it: times as text, and stored JSON as JSON.
QJsonValue readable(const QString &name, const QJsonValue &value)
{
    if (value.isDouble() && value.toInteger() > 0 && isTime(name))
        return QString::fromLatin1(Times::toText(Times::fromMilliseconds(value.toInteger())));
    const QString text = value.toString();
    if (text.startsWith(u'{') || text.startsWith(u'[')) {
        const auto json = QJsonDocument::fromJson(text.toUtf8());
        if (json.isObject())
            return json.object();
        if (json.isArray())
            return json.array();
    }
    return value;
}

/// Returns the query for one part of a table, which the values of the table's condition and those of the last key are
/// bound to.
QByteArray partOf(const Database &database, const AccountTable &table, const TableColumns &columns, bool first)
{
    QByteArrayList members;
    for (const QByteArray &column : columns.all) {
        if (!table.hidden.contains(column) || columns.key.contains(column))
            members += "'" + column + "', " + column;
    }
    const QByteArray key = columns.key.join(", ");
    return QByteArray("SELECT CAST(") + (database.isPostgres() ? "json_build_object(" : "json_object(")
        + members.join(", ") + ") AS TEXT) AS row FROM " + table.name + " WHERE " + table.rows
        + (first ? QByteArray() : " AND (" + key + ") > (" + Database::placeholders(columns.key.size()) + ")")
        + " ORDER BY " + key + " LIMIT " + QByteArray::number(rowsAtOnce);
}

QString stamped(const QDateTime &time, const QString &id)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH-mm-ss'Z'"_s) + u'_' + id;
}

QString suffixOf(const QString &mediaType) { return mediaType.section(u'/', 1).replace(u"jpeg"_s, u"jpg"_s); }
}

ExportWriter::Counts ExportWriter::write(const QString &path, NewAccountExport::Media media)
{
    ZipFile zip(path);
    zip.begin(u"README.txt"_s, ZipFile::Content::Text, Times::now());
    append(zip, QByteArrayView(readMe));
    for (const AccountTable &table : AccountTables::all()) {
        if (table.exported)
            addTable(zip, table);
    }
    if (media != NewAccountExport::Media::None) {
        addArchive(zip);
        addMarks(zip);
    }
    if (media == NewAccountExport::Media::All)
        addRecordings(zip);
    if (!m_missing.isEmpty()) {
        zip.begin(u"missing.json"_s, ZipFile::Content::Text, Times::now());
        append(zip, QJsonDocument(m_missing).toJson());
    }
    zip.finish();
    return m_counts;
}

void ExportWriter::addTable(ZipFile &zip, const AccountTable &table)
{
    const TableColumns columns = TableColumns::of(m.database, table.name);
    const QByteArray first = partOf(m.database, table, columns, true);
    const QByteArray next = partOf(m.database, table, columns, false);
    QVariantList after;
    for (bool begun = false;;) {
        const auto rows = m.database.selectWith<JsonRow>(begun ? next : first, table.valuesOf(m_account) + after);
        if (!begun && rows.isEmpty())
            return;
        if (!begun)
            zip.begin(u"data/%1.json"_s.arg(QString::fromLatin1(table.name)), ZipFile::Content::Text, Times::now());
        for (const JsonRow &text : rows) {
            const QJsonObject row = QJsonDocument::fromJson(text.row.toUtf8()).object();
            QJsonObject shown;
            for (auto it = row.begin(); it != row.end(); ++it) {
                if (!it->isNull() && !table.hidden.contains(it.key().toLatin1()))
                    shown.insert(it.key(), readable(it.key(), *it));
            }
            if (row.value("by_staff"_L1).toVariant().toBool())
                shown.remove(u"address"_s); // users do not learn the addresses of staff
            append(zip, begun ? QByteArrayView(",\n") : QByteArrayView("[\n"));
            append(zip, QJsonDocument(shown).toJson(QJsonDocument::Compact));
            begun = true;
            after.clear();
            for (const QByteArray &column : columns.key) {
                const QJsonValue value = row.value(QLatin1StringView(column));
                after += value.isDouble() ? QVariant(value.toInteger()) : QVariant(value.toString());
            }
        }
        if (rows.size() < rowsAtOnce)
            break;
    }
    append(zip, QByteArrayView("\n]\n"));
}

void ExportWriter::addArchive(ZipFile &zip)
{
    const ArchiveFiles files(m.folders.archive);
    QString after;
    for (;;) {
        const auto rows = m.database.select<DeviceData>("SELECT * FROM device_data WHERE account_id = ? AND state = "
                                                        "'ready' AND data_id > ? ORDER BY data_id LIMIT ?",
                                                        m_account, after, rowsAtOnce);
        for (const DeviceData &data : rows) {
            after = data.dataId.toString();
            addFile(zip,
                    {.name = u"photos-videos/%1/%2.%3"_s.arg(data.deviceId.toString(), stamped(data.takenAt, after),
                                                             suffixOf(data.mediaType)),
                     .path = files.path(data.deviceId, data.dataId),
                     .object = {StoredKeys::ofData(data.deviceId, data.dataId), data.bytes},
                     .storageId = data.storageId,
                     .target = ArchiveFiles::target(data.deviceId, data.dataId),
                     .time = data.takenAt});
        }
        if (rows.size() < rowsAtOnce)
            return;
    }
}

void ExportWriter::addMarks(ZipFile &zip)
{
    const MarkFiles files(m.folders.marks);
    QString after;
    for (;;) {
        const auto rows = m.database.select<DeviceMark>(
            "SELECT devicemark_id, device_id, started_at, storage_id, snapshot, clip "
            "FROM device_mark WHERE account_id = ? AND devicemark_id > ? ORDER BY devicemark_id LIMIT ?",
            m_account, after, rowsAtOnce);
        for (const DeviceMark &mark : rows) {
            after = mark.devicemarkId.toString();
            for (const auto kind : MarkFiles::kindsOf(mark))
                addFile(zip,
                        {.name = u"marks/%1/%2.%3"_s.arg(mark.deviceId.toString(), stamped(mark.startedAt, after),
                                                         MarkFiles::nameOf(kind)),
                         .path = files.path(mark.deviceId, mark.devicemarkId, kind),
                         .object = MarkFiles::object(mark, kind),
                         .storageId = mark.storageId,
                         .target = MarkFiles::target(mark.deviceId, mark.devicemarkId, kind),
                         .time = mark.startedAt});
        }
        if (rows.size() < rowsAtOnce)
            return;
    }
}

void ExportWriter::addRecordings(ZipFile &zip)
{
    QString after;
    for (;;) {
        const auto rows = m.database.select<RecordedFile>(
            "SELECT r.* FROM recording r JOIN device d ON d.device_id = r.device_id "
            "WHERE d.account_id = ? AND r.recording_id > ? ORDER BY r.recording_id LIMIT ?",
            m_account, after, rowsAtOnce);
        for (const RecordedFile &file : rows) {
            after = file.recordingId.toString();
            const QString name =
                u"recordings/%1/%2.mp4"_s.arg(file.deviceId.toString(), stamped(file.startedAt, after));
            if (m.peers.isHere(file.storageId) || isStored(file.storageId))
                addRecording(zip, file, name);
            else
                addForeignRecording(zip, file, name);
        }
        if (rows.size() < rowsAtOnce)
            return;
    }
}

/// Adds the fragments that the index lists, after the initialization section.
void ExportWriter::addRecording(ZipFile &zip, const RecordedFile &row, const QString &name)
{
    const WantedObject wanted = WantedObject::ofRecording(row);
    QFile file(isStored(row.storageId) ? fetched(wanted) : m.folders.storage + u'/' + row.path);
    const Fragments fragments = row.list();
    if (fragments.isEmpty() || !isOpened(file, wanted)) {
        miss(name);
        return;
    }
    zip.begin(name, ZipFile::Content::Media, row.startedAt);
    append(zip, file.read(row.initBytes));
    for (const Fragment &fragment : fragments) {
        if (file.seek(fragment.offset))
            append(zip, file.read(fragment.bytes));
    }
    ++m_counts.files;
}

/// Adds a recording of another server, fragment by fragment. If the server stops answering, the entry ends early.
void ExportWriter::addForeignRecording(ZipFile &zip, const RecordedFile &row, const QString &name)
{
    const QByteArray target =
        "/internal/recordings/" + (row.deviceId.toString() + u'/' + row.recordingId.toString() + u'/').toLatin1();
    try {
        const QByteArray section = m.peers.content(row.storageId, target + RecordedSegment::initName, largestForeign);
        zip.begin(name, ZipFile::Content::Media, row.startedAt);
        append(zip, section);
        for (const Fragment &fragment : row.list()) {
            const RecordedSegment segment{.offset = fragment.offset, .bytes = fragment.bytes};
            append(zip, m.peers.content(row.storageId, target + segment.name(), largestForeign));
        }
        ++m_counts.files;
    } catch (const Problem &) {
        miss(name);
    }
}

void ExportWriter::addFile(ZipFile &zip, const Media &media)
{
    const bool stored = isStored(media.storageId);
    if (!stored && !m.peers.isHere(media.storageId)) {
        addForeignFile(zip, media);
        return;
    }
    QFile file(stored ? fetched(media.object) : media.path);
    if (!isOpened(file, media.object)) {
        miss(media.name);
        return;
    }
    zip.begin(media.name, ZipFile::Content::Media, media.time);
    while (!file.atEnd())
        append(zip, file.read(bytesAtOnce));
    ++m_counts.files;
}

bool ExportWriter::isStored(const QString &storageId) const
{
    return m.folders.stored && m.folders.stored->has(storageId);
}

QString ExportWriter::fetched(const WantedObject &wanted) const
{
    try {
        return m.folders.stored->local(wanted);
    } catch (const Problem &) {
        return {};
    }
}

/// Opens a file, which may have moved to the media store since its row was read.
bool ExportWriter::isOpened(QFile &file, const WantedObject &wanted) const
{
    if (file.open(QFile::ReadOnly))
        return true;
    if (!m.folders.stored)
        return false;
    file.setFileName(fetched(wanted));
    return file.open(QFile::ReadOnly);
}

void ExportWriter::addForeignFile(ZipFile &zip, const Media &media)
{
    try {
        const QByteArray content = m.peers.content(media.storageId, media.target, largestForeign);
        zip.begin(media.name, ZipFile::Content::Media, media.time);
        append(zip, content);
        ++m_counts.files;
    } catch (const Problem &) {
        miss(media.name);
    }
}

void ExportWriter::append(ZipFile &zip, QByteArrayView bytes)
{
    requireRoom(zip);
    zip.write(bytes);
}

void ExportWriter::requireRoom(const ZipFile &zip) const
{
    if (m.stopping)
        throw JobBrokenOff();
    if (zip.written() > m.mostBytes)
        throw ExportTooLarge();
    m.disk.require();
}

void ExportWriter::miss(const QString &name)
{
    ++m_counts.missing;
    if (m_missing.size() < mostNamed)
        m_missing.append(name);
}

#include "exportwriter.moc"
