// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/observations/observationwriter.h"

#include "models/core/times.h"
#include "server/core/db/retry.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 mostWaiting = 32 << 20; ///< bytes
constexpr qsizetype mostUnsaved = 1000; ///< blocks, while the database cannot be reached
constexpr qsizetype mostFiles = 1000;
}

ObservationWriter::ObservationWriter(RecordingStorage storage)
    : m_storage(std::move(storage))
{
}

ObservationWriter::~ObservationWriter() = default;

QString ObservationWriter::pathOf(const RecordingStorage &storage, DeviceId device, const QString &file)
{
    return u"%1/%2/observations/%3.wob"_s.arg(storage.nameOf(storage.recordings), device.toString(), file);
}

void ObservationWriter::add(FinishedBlock block)
{
    const std::scoped_lock lock(m_lock);
    if (m_waitingBytes + block.bytes.size() > mostWaiting) {
        ++m_lost;
        return;
    }
    m_waitingBytes += block.bytes.size();
    const bool isFirst = m_waiting.isEmpty();
    m_waiting += std::move(block);
    if (isFirst)
        QMetaObject::invokeMethod(
            this, [this] { write(); }, Qt::QueuedConnection);
}

void ObservationWriter::start(Database &database)
{
    m_database = &database;
    m_store = std::make_unique<ObservationStore>(database);
    write();
}

void ObservationWriter::stop()
{
    write();
    m_store.reset();
    m_database = nullptr;
}

void ObservationWriter::write()
{
    if (!m_store)
        return; // start() writes what waits
    QList<FinishedBlock> blocks;
    {
        const std::scoped_lock lock(m_lock);
        blocks = std::exchange(m_waiting, {});
        m_waitingBytes = 0;
    }
    blocks.removeIf([this](const FinishedBlock &block) {
        const bool isWritten = append(block);
        m_lost += isWritten ? 0 : 1;
        return !isWritten;
    });
    QList<FinishedBlock> rows = std::exchange(m_unsaved, {}) + blocks;
    try {
        saveRows(rows);
    } catch (const std::exception &error) {
        qWarning("Cannot write the index of observations: %s", error.what());
        for (FinishedBlock &block : rows)
            block.bytes.clear();
        m_unsaved = rows.mid(std::max<qsizetype>(0, rows.size() - mostUnsaved));
    }
}

/// Appends a block to its file. Returns false if the disk refuses it; the file is as before then.
bool ObservationWriter::append(const FinishedBlock &block)
{
    ObservationFile &known = m_files[block.file];
    if (known.observationId.isEmpty()) {
        known.observationId = block.file;
        known.deviceId = block.device;
        known.storageId = m_storage.id;
        known.path = pathOf(m_storage, block.device, block.file);
        known.startedAt = Times::fromMilliseconds(block.startMs);
    }
    const QString path = m_storage.folder + u'/' + known.path;
    QFile file(path);
    // Unbuffered: resize() would fail for a buffer that cannot be flushed.
    const bool isWritten = QDir().mkpath(path.section(u'/', 0, -2))
        && file.open(QFile::WriteOnly | QFile::Append | QFile::Unbuffered)
        && file.write(block.bytes) == block.bytes.size() && file.flush();
    if (!isWritten) {
        file.resize(known.bytes);
        if (!std::exchange(m_refused, true))
            qWarning("Cannot keep the observations of cameras: %s", qUtf8Printable(file.errorString()));
        return false;
    }
    m_refused = false;
    known.bytes += block.bytes.size();
    known.endedAt = Times::fromMilliseconds(block.endMs);
    m_written += block.bytes.size();
    return true;
}

/// Writes the rows of blocks in one transaction or, if a device was deleted meanwhile, one by one.
void ObservationWriter::saveRows(const QList<FinishedBlock> &blocks)
{
    if (blocks.isEmpty())
        return;
    try {
        inTransaction(*m_database, [&] {
            for (const FinishedBlock &block : blocks)
                save(block);
        });
    } catch (const ForeignKeyViolation &) {
        for (const FinishedBlock &block : blocks) {
            try {
                inTransaction(*m_database, [&] { save(block); });
            } catch (const ForeignKeyViolation &) {
                QFile::remove(m_storage.folder + u'/' + m_files[block.file].path);
            }
        }
    }
    if (m_files.size() > mostFiles)
        m_files.removeIf([](const auto &file) { return file->endedAt < Times::now().addSecs(-2 * 3600); });
}

void ObservationWriter::save(const FinishedBlock &block)
{
    m_store->save(m_files[block.file]);
    for (const SeenObject &object : block.objects)
        m_store->save(object);
}
