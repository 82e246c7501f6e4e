using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Jobs;

/// <summary>
/// Jobs on disk. An accepted job is <c>open/KEY.json</c>; once it is finished its status is <c>done/K/KEY.json</c> and the former
/// goes. Each file appears whole or not at all, so a kill at any instant leaves a job either open or done.
/// </summary>
internal sealed class JobFiles
{
    private readonly string _open;
    private readonly string _done;
    private readonly string _drafts;

    public JobFiles(string folder)
    {
        _drafts = Path.Combine(folder, "jobs", "drafts");
        if (Directory.Exists(_drafts))
        {
            Directory.Delete(_drafts, recursive: true);
        }

        Directory.CreateDirectory(_drafts);
        _open = Directory.CreateDirectory(Path.Combine(folder, "jobs", "open")).FullName;
        _done = Directory.CreateDirectory(Path.Combine(folder, "jobs", "done")).FullName;
    }

    /// <summary>The unfinished jobs, the oldest first. One that this version can't read fails here, and may be asked for anew.</summary>
    public IReadOnlyList<(string Key, RenderJob Job)> Unfinished()
    {
        var jobs = new List<(string, RenderJob)>();
        foreach (var file in new DirectoryInfo(_open).EnumerateFiles("*.json").OrderBy(file => file.LastWriteTimeUtc))
        {
            var key = Path.GetFileNameWithoutExtension(file.Name);
            if (File.Exists(DonePath(key)))
            {
                Close(key);
            }
            else if (Read(file.FullName, ContractJson.Default.RenderJob) is { } job)
            {
                jobs.Add((key, job));
            }
            else
            {
                Finish(new RenderStatus { Key = key, State = RenderState.Failed, Error = Failure.Unreadable });
            }
        }

        return jobs;
    }

    /// <summary>Keeps an accepted job, in place of its earlier end if there is one.</summary>
    public void Accept(string key, RenderJob job)
    {
        Forget(key);
        Write(OpenPath(key), job, ContractJson.Default.RenderJob);
    }

    /// <summary>Keeps the end of a job.</summary>
    public void Finish(RenderStatus status)
    {
        Write(DonePath(status.Key), status, ContractJson.Default.RenderStatus);
        Close(status.Key);
    }

    /// <summary>The status of a finished job; null when there is none by that key, or none that this version can read.</summary>
    public RenderStatus? Finished(string key) => Read(DonePath(key), ContractJson.Default.RenderStatus);

    /// <summary>Drops a finished job.</summary>
    public void Forget(string key)
    {
        if (File.Exists(DonePath(key)))
        {
            File.Delete(DonePath(key));
        }
    }

    /// <summary>Notes that work on a job begins; the number of times that it began and never came to an end, this time included.</summary>
    public int Begin(string key)
    {
        using var mark = new FileStream(MarkPath(key), FileMode.Append);
        mark.WriteByte((byte)'.');
        mark.Flush(flushToDisk: true);
        return (int)mark.Length;
    }

    /// <summary>Takes one <see cref="Begin"/> back: the work was laid down in good order.</summary>
    public void LayDown(string key)
    {
        using var mark = new FileStream(MarkPath(key), FileMode.Open);
        mark.SetLength(mark.Length - 1);
    }

    private void Close(string key)
    {
        File.Delete(MarkPath(key));
        File.Delete(OpenPath(key));
    }

    private string OpenPath(string key) => Path.Combine(_open, key + ".json");

    private string MarkPath(string key) => Path.Combine(_open, key + ".begun");

    private string DonePath(string key) => Path.Combine(_done, key[..Math.Min(2, key.Length)], key + ".json");

    private static T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), type);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    private void Write<T>(string path, T value, JsonTypeInfo<T> type)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = Path.Combine(_drafts, Guid.NewGuid().ToString("n"));
        using (var file = new FileStream(draft, FileMode.CreateNew))
        {
            JsonSerializer.Serialize(file, value, type);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
