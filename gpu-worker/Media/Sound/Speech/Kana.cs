using System.Runtime.InteropServices;
using System.Text;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>
/// How Japanese is said: its characters in katakana, phrase by phrase, by MeCab's morphemes and the pronunciations of its IPA dictionary (both under
/// licences of the BSD kind). Serves all threads, one after the other.
/// </summary>
internal static partial class Kana
{
    // Where Debian's package mecab-ipadic-utf8 lays it.
    private const string Dictionary = "/var/lib/mecab/dic/ipadic-utf8";

    private static readonly Lock _lock = new();
    private static readonly Lazy<nint> _tagger = new(Open);

    // What is said in one breath with the word before it.
    private static readonly string[] _clinging = ["助詞", "助動詞", "接尾", "非自立", "記号"];

    /// <summary>The words in katakana, phrases parted by spaces; null where MeCab or its dictionary is missing.</summary>
    /// <param name="words">Japanese; what is in Latin letters stays.</param>
    public static string? Of(string words)
    {
        lock (_lock)
        {
            if (_tagger.Value == 0)
                return null;
            var text = Encoding.UTF8.GetBytes(words);
            var lines = Marshal.PtrToStringUTF8(Parse(_tagger.Value, text, (nuint)text.Length)) ?? "";
            var said = new StringBuilder();
            foreach (var cells in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')))
            {
                if (said.Length > 0 && !_clinging.Contains(cells[0]) && !_clinging.Contains(cells[1]))
                    said.Append(' ');
                said.Append(cells[2]);
            }

            return said.ToString();
        }
    }

    private static nint Open()
    {
        try
        {
            return Directory.Exists(Dictionary) ? Create($@"mecab -d {Dictionary} -F%f[0]\t%f[1]\t%f[8]\n -U%f[0]\t%f[1]\t%m\n -E\n") : 0;
        }
        catch (DllNotFoundException)
        {
            return 0;
        }
    }

    [LibraryImport("libmecab.so.2", EntryPoint = "mecab_new2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Create(string arguments);

    [LibraryImport("libmecab.so.2", EntryPoint = "mecab_sparse_tostr2")]
    private static partial nint Parse(nint tagger, byte[] text, nuint length);
}
