namespace SoraFunctions.CrashHost;

/// <summary>What happened, line by line, across the deaths of the process: a line written is in the system's hands and survives a SIGKILL.</summary>
internal sealed class Journal(string folder) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _file = new(FileOf(folder), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    public static string FileOf(string folder) => Path.Combine(folder, "journal.txt");

    /// <summary>The lines so far; a last line that was cut off is left out.</summary>
    public static IReadOnlyList<string> Read(string folder)
    {
        using var file = new FileStream(FileOf(folder), FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n')[..^1];
    }

    public void Write(string line)
    {
        lock (_lock)
        {
            _file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        }
    }

    public void Dispose() => _file.Dispose();
}
