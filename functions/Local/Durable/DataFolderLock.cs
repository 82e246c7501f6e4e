using System.Globalization;

namespace SoraFunctions.Local.Durable;

/// <summary>Keeps a data folder to one process; the system lets go of it when the process dies, however it dies.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <summary>Takes the folder.</summary>
    /// <exception cref="InvalidOperationException">Another process has it.</exception>
    public static DataFolderLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "durable.lock");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new DataFolderLock(file);
        }
        catch (IOException taken) when (File.Exists(path))
        {
            throw new InvalidOperationException(
                $"The data folder '{folder}' is in use by {Holder(path)}. "
                + "Stop that process, or start this one with a data folder of its own.",
                taken);
        }
    }

    public void Dispose() => _file.Dispose();

    private static string Holder(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            return $"process {reader.ReadToEnd()}";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
