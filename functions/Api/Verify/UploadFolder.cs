namespace SoraFunctions.Api.Verify;

/// <summary>
/// Where files of callers lie while they are looked at: on this machine's disk and nowhere else. Each is deleted when its request ends; what
/// a process left that died meanwhile is deleted by the next request that comes to this machine an hour later.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class UploadFolder(TimeProvider time)
{
    private static readonly TimeSpan _left = TimeSpan.FromHours(1);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "sora-uploads");

    /// <summary>A name for a new file, in a folder that only this user can look into.</summary>
    public FileInfo NewFile()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
        }
        else
        {
            // Fails on a folder that another user made first to look into.
            Directory.CreateDirectory(_folder);
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Sweep();
        return new FileInfo(Path.Combine(_folder, Guid.NewGuid().ToString("n")));
    }

    private void Sweep()
    {
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles())
        {
            try
            {
                if (file.LastWriteTimeUtc < time.GetUtcNow().UtcDateTime - _left)
                {
                    file.Delete();
                }
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
            {
                // Another request is at it.
            }
        }
    }
}
