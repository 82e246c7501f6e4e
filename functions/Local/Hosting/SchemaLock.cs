namespace SoraFunctions.Local.Hosting;

/// <summary>Lets one process at a time change the schema of a data folder; the system lets go when the process dies, however it dies.</summary>
internal static class SchemaLock
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for its turn.</summary>
    /// <param name="folder">Exists.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<IDisposable> Take(DataFolder folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder.Root, "schema.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(_look, cancellation);
            }
        }
    }
}
