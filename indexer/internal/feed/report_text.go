package feed

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// listed is how many skipped rows of one kind are shown in full; the JSON form
// has them all.
const listed = 20

// WriteText writes the report for people.
func (r Report) WriteText(w io.Writer) error {
	for _, file := range r.Files {
		if err := file.writeText(w); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "%s, %s in %s\n", count(r.Products, "product"),
		count(r.Variants, "variant"), count(len(r.Files), "file"))
	return err
}

func (f FileReport) writeText(w io.Writer) error {
	var b strings.Builder
	kind := []string{string(f.Format)}
	if f.Delimiter != "" {
		kind = append(kind, fmt.Sprintf("parted by %q", f.Delimiter))
	}
	if f.Encoding != "" {
		kind = append(kind, f.Encoding)
	}
	if f.Compression != "" {
		kind = append(kind, f.Compression)
	}
	fmt.Fprintf(&b, "%s: %s\n", f.Path, strings.Join(kind, ", "))
	fmt.Fprintf(&b, "  %s -> %s, %s; %d bad, %d dropped\n", count(f.Rows, "row"),
		count(f.Products, "product"), count(f.Variants, "variant"), len(f.Bad), len(f.Dropped))
	writeSources(&b, "fields", f.Mapping)
	writeSources(&b, "attributes", f.Attributes)
	if len(f.Unused) > 0 {
		fmt.Fprintf(&b, "  not used: %s\n", shorten(f.Unused))
	}
	for _, warning := range f.Warnings {
		fmt.Fprintf(&b, "  warning: %s\n", warning)
	}
	writeSkipped(&b, "bad", f.Bad)
	writeSkipped(&b, "dropped", f.Dropped)
	b.WriteString("\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func writeSources(b *strings.Builder, title string, sources []Source) {
	if len(sources) == 0 {
		return
	}
	fmt.Fprintf(b, "  %s:\n", title)
	table := tabwriter.NewWriter(b, 0, 4, 2, ' ', 0)
	for i, s := range sources {
		if i == 2*listed {
			fmt.Fprintf(table, "    and %d more\n", len(sources)-i)
			break
		}
		from := strings.Join(s.From, ", else ")
		if s.Fixed != "" {
			from = strings.TrimPrefix(from+fmt.Sprintf(", else always %q", s.Fixed), ", else ")
		}
		if s.Configured {
			from += " (configured)"
		}
		fmt.Fprintf(table, "    %s\t<- %s\n", s.Name, from)
	}
	_ = table.Flush() // a strings.Builder takes everything
}

func writeSkipped(b *strings.Builder, kind string, rows []Skipped) {
	for i, row := range rows {
		if i == listed {
			fmt.Fprintf(b, "  %s: and %d more\n", kind, len(rows)-i)
			break
		}
		fmt.Fprintf(b, "  %s: %s:%d", kind, row.File, row.Line)
		if row.ID != "" {
			fmt.Fprintf(b, " [%s]", row.ID)
		}
		fmt.Fprintf(b, ": %s\n", row.Reason)
	}
}

// count says "1 row", "2 rows".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// shorten joins names, of which only the first are shown.
func shorten(names []string) string {
	if len(names) <= listed {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:listed], ", "), len(names)-listed)
}
