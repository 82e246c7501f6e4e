using System.Runtime.InteropServices;

namespace SoraFunctions.Local.Blobs;

/// <summary>Folders whose entries are on the disk: a file's name survives a crash only once its folder has been flushed too.</summary>
internal static class DurableFolder
{
    private const int ReadOnly = 0;

    /// <summary>Makes a folder and those above it, each entry flushed.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var parent = Path.GetDirectoryName(folder)!;
        Create(parent);
        Directory.CreateDirectory(folder);
        Flush(parent);
    }

    /// <summary>Flushes the entries of a folder. Windows does that by itself and has no call for it.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = open(folder, ReadOnly);
        if (descriptor < 0)
        {
            throw Error("open", folder);
        }

        try
        {
            if (fsync(descriptor) != 0)
            {
                throw Error("flush", folder);
            }
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    private static IOException Error(string what, string folder) =>
        new($"Can't {what} the folder '{folder}': {Marshal.GetLastPInvokeErrorMessage()}.");

    [DllImport("libc", SetLastError = true)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int fsync(int descriptor);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int descriptor);
}
