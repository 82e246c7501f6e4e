using System.CommandLine;
using System.Globalization;
using SoraFunctions.Local.Checks;

namespace SoraFunctions.Local.Commands;

/// <summary><c>sora verify</c>: where does this file come from?</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("source") { Description = "A video or picture, or its http or https address" };
        var json = new Option<bool>("--json") { Description = "Print the answer of POST /v1/verify" };
        var recover = new Option<FileInfo?>("--recover") { Description = "Write the manifest that a copy lost into this file (application/c2pa)" };
        var language = new Option<string>("--language") { Description = "Language of the verdict: en or zh", DefaultValueFactory = _ => CultureInfo.CurrentUICulture.Name };
        var data = CommonOptions.Data();
        var command = new Command("verify", "Say where a video comes from and whether it was changed since it was signed") { source, json, recover, language, data };
        command.SetAction((arguments, cancellation) => VideoCheck.Run(
            new VerifyArguments(
                arguments.GetValue(source)!,
                arguments.GetValue(json),
                arguments.GetValue(recover),
                arguments.GetValue(data),
                arguments.GetValue(language)!),
            cancellation));
        return command;
    }
}
