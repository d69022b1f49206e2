// SPDX-License-Identifier: GPL-3.0-or-later
/// Tells the thread sanitizer in which order Qt 6.4 hands work to another thread. Qt is not built with the sanitizer,
/// which therefore does not see the locks of its event queues and thread pools, and takes whatever is handed over for a
/// data race. Every program of the sanitizer's build has these functions before Qt's own, which they call. An event
/// queue is named by its thread, and a pool by its object.
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>
#include <QThreadPool>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

namespace {
char signalsOfAll; // which objects hear a signal is not known here

template <typename Function>
Function *qtFunction(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

void release(void *queue) { __tsan_release(queue); }

bool beginsEvent(void **)
{
    __tsan_acquire(QThread::currentThread());
    __tsan_acquire(&signalsOfAll);
    return false;
}

const bool registered = QInternal::registerCallback(QInternal::EventNotifyCallback, &beginsEvent);

/// Only the signals of Waymark's own classes cross threads. To order those of Qt's sockets and timers would hide races.
bool crossesThreads(const QMetaObject *sender) { return sender->className()[0] != 'Q'; }

/// Calls a function that was posted. The thread that drops the last reference destroys the function.
class HandedSlot : public QtPrivate::QSlotObjectBase
{
public:
    explicit HandedSlot(QSlotObjectBase *slot)
        : QSlotObjectBase(&serve)
        , m_slot(slot)
    {
    }

private:
    static void serve(int which, QSlotObjectBase *base, QObject *receiver, void **arguments, bool *)
    {
        auto *const self = static_cast<HandedSlot *>(base);
        if (which == Call) {
            self->m_slot->call(receiver, arguments);
            release(self);
        } else if (which == Destroy) {
            __tsan_acquire(self);
            self->m_slot->destroyIfLastRef();
            delete self;
        }
    }

    QSlotObjectBase *const m_slot;
};

/// Runs what a pool was given.
class Handed : public QRunnable
{
public:
    Handed(QThreadPool *pool, QRunnable *work)
        : m_pool(pool)
        , m_work(work)
    {
        release(this);
    }
    void run() override
    {
        __tsan_acquire(this);
        const bool isOurs = m_work->autoDelete();
        m_work->run();
        if (isOurs)
            delete m_work;
        release(m_pool);
    }

private:
    QThreadPool *const m_pool;
    QRunnable *const m_work;
};
}

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *ret)
{
    static auto *const real = qtFunction<bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    release(object->thread());
    return real(object, new HandedSlot(slot), type, ret);
}

void QMetaObject::activate(QObject *sender, const QMetaObject *type, int signal, void **arguments)
{
    static auto *const real =
        qtFunction<void(QObject *, const QMetaObject *, int, void **)>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    if (crossesThreads(type))
        release(&signalsOfAll);
    real(sender, type, signal, arguments);
}

void QCoreApplication::postEvent(QObject *receiver, QEvent *event, int priority)
{
    static auto *const real =
        qtFunction<void(QObject *, QEvent *, int)>("_ZN16QCoreApplication9postEventEP7QObjectP6QEventi");
    release(receiver->thread());
    real(receiver, event, priority);
}

void QObject::deleteLater()
{
    static auto *const real = qtFunction<void(QObject *)>("_ZN7QObject11deleteLaterEv");
    release(thread());
    real(this);
}

void QObject::moveToThread(QThread *thread)
{
    static auto *const real = qtFunction<void(QObject *, QThread *)>("_ZN7QObject12moveToThreadEP7QThread");
    if (thread)
        release(thread);
    real(this, thread);
}

void QThread::start(Priority priority)
{
    static auto *const real = qtFunction<void(QThread *, Priority)>("_ZN7QThread5startENS_8PriorityE");
    connect(
        this, &QThread::finished, this, [this] { release(this); }, Qt::DirectConnection);
    real(this, priority);
}

bool QThread::wait(QDeadlineTimer deadline)
{
    static auto *const real = qtFunction<bool(QThread *, QDeadlineTimer)>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool ended = real(this, deadline);
    if (ended)
        __tsan_acquire(this);
    return ended;
}

void QThreadPool::start(QRunnable *work, int priority)
{
    static auto *const real = qtFunction<void(QThreadPool *, QRunnable *, int)>("_ZN11QThreadPool5startEP9QRunnablei");
    real(this, new Handed(this, work), priority);
}

void QThreadPool::start(std::function<void()> work, int priority)
{
    start(QRunnable::create(std::move(work)), priority);
}

bool QThreadPool::waitForDone(int milliseconds)
{
    static auto *const real = qtFunction<bool(QThreadPool *, int)>("_ZN11QThreadPool11waitForDoneEi");
    const bool done = real(this, milliseconds);
    if (done)
        __tsan_acquire(this);
    return done;
}

/// QThreadPool::~QThreadPool()
extern "C" void _ZN11QThreadPoolD1Ev(QThreadPool *pool)
{
    static auto *const real = qtFunction<void(QThreadPool *)>("_ZN11QThreadPoolD1Ev");
    pool->waitForDone();
    real(pool);
}
