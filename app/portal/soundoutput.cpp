// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/soundoutput.h"

#include "app/portal/soundreader.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QMediaDevices>
#include <QPointer>

namespace {
constexpr int bufferedMs = 120; // PulseAudio begins to play once the buffer is full

class DesktopSound : public SoundOutput
{
public:
    bool start() override
    {
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        if (device.isNull())
            return false;
        QAudioFormat format;
        format.setSampleRate(int(SoundChunk::framesPerMs) * 1000);
        format.setChannelCount(2);
        format.setSampleFormat(QAudioFormat::Int16);
        if (!device.isFormatSupported(format))
            return false;
        m_sink = std::make_unique<QAudioSink>(device, format);
        m_sink->setBufferSize(bufferedMs * SoundChunk::framesPerMs * SoundChunk::bytesPerFrame);
        m_sink->setVolume(m_volume);
        m_device = m_sink->start();
        return m_device && m_sink->error() == QAudio::NoError;
    }
    void stop() override
    {
        m_device = nullptr;
        if (m_sink)
            m_sink->reset();
        m_sink.reset();
    }
    qint64 room() const override { return m_sink ? m_sink->bytesFree() / SoundChunk::bytesPerFrame : 0; }
    qint64 waiting() const override
    {
        return m_sink ? (m_sink->bufferSize() - m_sink->bytesFree()) / SoundChunk::bytesPerFrame : 0;
    }
    void write(const QByteArray &samples) override
    {
        if (m_device)
            m_device->write(samples);
    }
    void setVolume(double volume) override
    {
        m_volume = QAudio::convertVolume(float(volume), QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale);
        if (m_sink)
            m_sink->setVolume(m_volume);
    }

private:
    std::unique_ptr<QAudioSink> m_sink;
    QPointer<QIODevice> m_device;
    double m_volume = 1;
};
}

std::unique_ptr<SoundOutput> SoundOutput::ofDesktop() { return std::make_unique<DesktopSound>(); }
