using System.Globalization;

namespace SoraFunctions.Local.Durable;

/// <summary>Keeps a data folder to one process; the system lets go of it when the process dies, however it dies.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <summary>Takes the folder.</summary>
    /// <exception cref="DataFolderInUseException">Another process has it.</exception>
    public static DataFolderLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "durable.lock");
        var holder = Path.Combine(folder, "durable.pid");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolderLock(file);
        }
        catch (IOException taken) when (File.Exists(path))
        {
            var who = File.Exists(holder) ? $"process {File.ReadAllText(holder)}" : "another process";
            throw new DataFolderInUseException(
                $"The data folder '{folder}' is in use by {who}. "
                + "Stop that process, or start this one with a data folder of its own.",
                taken);
        }
    }

    public void Dispose() => _file.Dispose();
}
