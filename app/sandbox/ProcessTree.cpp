#include "sandbox/ProcessTree.h"

#include <QSet>

#include <array>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vitrine {

namespace {

QByteArray procPath(pid_t pid, const char *name)
{
    return "/proc/" + QByteArray::number(pid) + '/' + name;
}

// Files of /proc have no size: read until nothing comes.
QByteArray contentOf(const QByteArray &path)
{
    const int fd = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return {};
    QByteArray content;
    std::array<char, 4096> buffer;
    for (ssize_t size; (size = ::read(fd, buffer.data(), buffer.size())) > 0;)
        content.append(buffer.data(), qsizetype(size));
    ::close(fd);
    return content;
}

QList<QByteArray> namesIn(const QByteArray &folder)
{
    QList<QByteArray> names;
    DIR *directory = opendir(folder.constData());
    if (!directory)
        return names;
    while (const dirent *entry = readdir(directory)) {
        if (entry->d_name[0] != '.')
            names.append(entry->d_name);
    }
    closedir(directory);
    return names;
}

QList<pid_t> childrenOf(pid_t pid)
{
    QList<pid_t> children;
    const QByteArray tasks = procPath(pid, "task");
    // A child belongs to the thread that forked it.
    const QList<QByteArray> threads = namesIn(tasks);
    for (const QByteArray &thread : threads) {
        const QList<QByteArray> numbers = contentOf(tasks + '/' + thread + "/children").split(' ');
        for (const QByteArray &number : numbers) {
            if (const pid_t child = number.toInt(); child > 0)
                children.append(child);
        }
    }
    return children;
}

} // namespace

ProcessTree ProcessTree::of(pid_t root, int most)
{
    ProcessTree tree;
    tree.m_processes.append(root);
    QSet<pid_t> seen{root};
    for (qsizetype i = 0; i < tree.m_processes.size() && tree.m_processes.size() <= most; ++i) {
        const QList<pid_t> children = childrenOf(tree.m_processes.at(i));
        for (pid_t child : children) {
            if (!seen.contains(child)) {
                seen.insert(child);
                tree.m_processes.append(child);
            }
        }
    }
    return tree;
}

ProcessTree ProcessTree::ofOne(pid_t pid)
{
    ProcessTree tree;
    tree.m_processes = {pid};
    return tree;
}

qint64 ProcessTree::residentBytes() const
{
    static const qint64 pageSize = sysconf(_SC_PAGESIZE);
    qint64 pages = 0;
    for (pid_t pid : m_processes) {
        const QList<QByteArray> fields = contentOf(procPath(pid, "statm")).split(' ');
        if (fields.size() > 1)
            pages += fields[1].toLongLong();
    }
    return pages * pageSize;
}

qint64 ProcessTree::proportionalBytes() const
{
    qint64 kibibytes = 0;
    for (pid_t pid : m_processes) {
        const QByteArray rollup = contentOf(procPath(pid, "smaps_rollup"));
        if (rollup.isEmpty()) { // ended, or not to be read: then the higher figure
            kibibytes += ofOne(pid).residentBytes() / 1024;
            continue;
        }
        const qsizetype at = rollup.indexOf("\nPss:");
        if (at >= 0)
            kibibytes += rollup.mid(at + 5, rollup.indexOf("kB", at) - at - 5).trimmed().toLongLong();
    }
    return kibibytes * 1024;
}

qint64 ProcessTree::unnamedFileBytes(dev_t device) const
{
    QSet<ino_t> counted;
    qint64 blocks = 0;
    for (pid_t pid : m_processes) {
        const QByteArray folder = procPath(pid, "fd");
        const QList<QByteArray> descriptors = namesIn(folder);
        for (const QByteArray &descriptor : descriptors) {
            struct stat facts {
            };
            if (::stat((folder + '/' + descriptor).constData(), &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_nlink != 0)
                continue;
            if (facts.st_dev == device && !counted.contains(facts.st_ino)) {
                counted.insert(facts.st_ino);
                blocks += facts.st_blocks;
            }
        }
    }
    return blocks * 512;
}

} // namespace vitrine
