using System.Runtime.InteropServices;

namespace SoraFunctions.World.Render;

/// <summary>Lets everything else on the machine go first: a frame can wait, a caller should not.</summary>
internal static class Courtesy
{
    private const int _process = 0;
    private const int _self = 0;
    private const int _nice = 10;

    /// <summary>
    /// Lowers the priority of this thread, as far as the system can: Linux counts niceness by thread (setpriority(2)), and the
    /// runtime's own thread priorities mean nothing there.
    /// </summary>
    public static void GoLast()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(_process, _self, _nice);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    private static extern int SetPriority(int which, int who, int niceness);
}
