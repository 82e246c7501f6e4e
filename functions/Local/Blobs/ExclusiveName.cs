using System.ComponentModel;
using System.Runtime.InteropServices;

namespace SoraFunctions.Local.Blobs;

/// <summary>
/// Gives a file a name that is not taken, in one step. <see cref="File.Move(string, string, bool)"/> looks first and renames then, so on
/// Unix two that race can both believe to have won; <c>link(2)</c> can't.
/// </summary>
internal static class ExclusiveName
{
    private const int _exists = 17;

    /// <summary>Names the file; its old name may stay. False when the new one was taken.</summary>
    public static bool TryGive(string file, string name)
    {
        if (OperatingSystem.IsWindows())
        {
            return TryMove(file, name);
        }

        if (Link(file, name) == 0)
        {
            return true;
        }

        var error = Marshal.GetLastPInvokeError();
        return error == _exists ? false : throw new IOException($"{name} can't be written: {new Win32Exception(error).Message}");
    }

    private static bool TryMove(string file, string name)
    {
        try
        {
            File.Move(file, name, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(name))
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string added);
}
